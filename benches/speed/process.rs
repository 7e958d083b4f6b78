//! What the system tells about a running program.

use std::time::Duration;

/// What was seen while a program was watched.
pub struct Watched {
    /// Memory at its highest since the start, KiB.
    pub peak_kib: u64,
    /// Processor time taken, ms.
    pub cpu_ms: f64,
    /// Times it was woken.
    pub wakeups: u64,
}

/// Watches a process for a while; `None` where the system does not tell.
#[cfg(target_os = "linux")]
pub fn watch(pid: u32, time: Duration) -> Option<Watched> {
    std::thread::sleep(Duration::from_secs(1));
    let (cpu_before, woken_before) = (cpu_ms(pid)?, wakeups(pid)?);
    std::thread::sleep(time);
    Some(Watched {
        peak_kib: field(&format!("/proc/{pid}/status"), "VmHWM:")?,
        cpu_ms: cpu_ms(pid)? - cpu_before,
        wakeups: wakeups(pid)? - woken_before,
    })
}

/// Watches a process for a while; `None` where the system does not tell.
#[cfg(not(target_os = "linux"))]
pub fn watch(_pid: u32, _time: Duration) -> Option<Watched> {
    None
}

/// A number of a `/proc` file with `name: number` lines.
#[cfg(target_os = "linux")]
fn field(path: &str, name: &str) -> Option<u64> {
    let text = std::fs::read_to_string(path).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Time all threads have run, from the scheduler's own count in nanoseconds.
#[cfg(target_os = "linux")]
fn cpu_ms(pid: u32) -> Option<f64> {
    let mut nanoseconds = 0_u64;
    for thread in std::fs::read_dir(format!("/proc/{pid}/task")).ok()? {
        let text = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        nanoseconds += text.split_whitespace().next()?.parse::<u64>().ok()?;
    }
    Some(nanoseconds as f64 / 1e6)
}

/// Times its threads gave up the processor by themselves, that is, were woken before.
#[cfg(target_os = "linux")]
fn wakeups(pid: u32) -> Option<u64> {
    let mut sum = 0;
    for thread in std::fs::read_dir(format!("/proc/{pid}/task")).ok()? {
        let status = thread.ok()?.path().join("status");
        sum += field(&status.to_string_lossy(), "voluntary_ctxt_switches:")?;
    }
    Some(sum)
}
