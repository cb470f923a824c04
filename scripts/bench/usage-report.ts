import { ChildProcess } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

// Loaded into a measured process before its program: writes what the process used when it ends, with the processor time of
// the helpers that it ended itself (Pagefind's indexer is one), where the system tells it (Linux).
const path = process.env.TOUCHSTONE_USAGE_REPORT
let helpers = 0
if (path) {
  const { kill } = ChildProcess.prototype
  ChildProcess.prototype.kill = function (this: ChildProcess, ...args) {
    helpers += secondsOf(this.pid)
    return kill.apply(this, args)
  }
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const seconds = performance.now() / 1000
    writeFileSync(
      path,
      JSON.stringify({ seconds, cpu: (userCPUTime + systemCPUTime) / 1e6 + helpers, peakMiB: maxRSS / 1024 }),
    )
  })
}

/** Processor seconds of a process, of which the kernel counts hundred a second (proc_pid_stat(5)). */
function secondsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}
