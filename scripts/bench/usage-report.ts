import { writeFileSync } from 'node:fs'

// Loaded into a measured process before its program: writes what the process used when it ends.
const path = process.env.TOUCHSTONE_USAGE_REPORT
if (path) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const seconds = performance.now() / 1000
    writeFileSync(path, JSON.stringify({ seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 }))
  })
}
