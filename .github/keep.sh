#!/usr/bin/env bash
# Sends the commits of a night to the repository, or opens a pull request where content/site.yaml says
# "publish: pull-request". Prints published=true where the built site may be deployed.
set -euo pipefail
branch=$(git rev-parse --abbrev-ref HEAD)
mode=$(grep -E '^ +publish: *pull-request' content/site.yaml >/dev/null && echo pull-request || echo commit)
if [ "$mode" = pull-request ]; then
  if [ -n "$(git log --oneline "origin/$branch..HEAD")" ]; then
    night="nightly-$(date -u +%F)"
    git push --force origin "HEAD:refs/heads/$night"
    gh pr create --base "$branch" --head "$night" --title "Changes of $(date -u +%F)" \
      --body "$(git log --reverse --format='%B' "origin/$branch..HEAD")" || true
    echo "published=false" >> "$GITHUB_OUTPUT"
    exit 0
  fi
else
  # A public repository's schedule stops after 60 days without a commit: a quiet one keeps it alive.
  last=$(git log -1 --format=%ct)
  if [ $(( $(date +%s) - last )) -gt $(( 50 * 86400 )) ]; then
    git commit --quiet --allow-empty --message 'Nothing changed for 50 days; keep the schedule alive'
  fi
  git push origin "HEAD:$branch"
fi
echo "published=true" >> "$GITHUB_OUTPUT"
