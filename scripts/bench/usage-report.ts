import { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

// Loaded into a measured process before its program: writes what the process used when it ends, with the processor time of
// the helpers that it ended itself (Pagefind's indexer is one), where the system tells it (Linux). A Node process that it
// starts with its own options writes first: its time is added, and its size, with that of the process that waits for it,
// counts where it is the larger.
const path = process.env.TOUCHSTONE_USAGE_REPORT
let helpers = 0
/** The measured process that started this one and waits for it, if there is one. */
const waiting = Number(process.env.TOUCHSTONE_USAGE_PARENT ?? 0)
process.env.TOUCHSTONE_USAGE_PARENT = String(process.pid)
if (path) {
  const { kill } = ChildProcess.prototype
  ChildProcess.prototype.kill = function (this: ChildProcess, ...args) {
    helpers += secondsOf(this.pid)
    return kill.apply(this, args)
  }
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const before = existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as { cpu: number; peakMiB: number })
      : null
    const own = maxRSS / 1024 + (process.ppid === waiting ? residentMiB(process.ppid) : 0)
    writeFileSync(
      path,
      JSON.stringify({
        seconds: performance.now() / 1000,
        cpu: (userCPUTime + systemCPUTime) / 1e6 + helpers + (before?.cpu ?? 0),
        peakMiB: Math.max(own, before?.peakMiB ?? 0),
      }),
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

/** Resident size of a process (proc_pid_statm(5)), with pages of 4 KiB. */
function residentMiB(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) / 256
  } catch {
    return 0
  }
}
