//! A process gives up what its job does not need.

use std::fmt;

use serde::{Deserialize, Serialize};

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
mod syscalls;

/// What one job may use. Wall-clock time is the parent's to bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confinement {
    /// Bytes of private writable memory (`RLIMIT_DATA`).
    pub memory_bytes_max: u64,
    /// Bytes of address space (`RLIMIT_AS`). With threads it must be far above the memory, since each reserves some.
    pub address_bytes_max: u64,
    /// Seconds of processor time (`RLIMIT_CPU`).
    pub cpu_seconds_max: u64,
    /// Bytes of the job's body.
    pub input_bytes_max: u64,
    /// Whether the job may start threads.
    pub threads: Threads,
}

/// Whether a job may start threads of its own process. New processes are never allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threads {
    /// No thread beside the first.
    Denied,
    /// As many as memory allows.
    Allowed,
}

impl Confinement {
    /// For reading hostile files: 512 MiB, 60 seconds of processor time, no threads.
    #[must_use]
    pub const fn extraction() -> Self {
        Self {
            memory_bytes_max: 512 * 1024 * 1024,
            address_bytes_max: 512 * 1024 * 1024,
            cpu_seconds_max: 60,
            input_bytes_max: crate::Limits::INPUT_BYTES_MAX,
            threads: Threads::Denied,
        }
    }

    /// For rendering a report from our own data: 640 MiB, 120 seconds of processor time, threads.
    #[must_use]
    pub const fn rendering() -> Self {
        Self {
            memory_bytes_max: 640 * 1024 * 1024,
            address_bytes_max: 4 * 1024 * 1024 * 1024,
            cpu_seconds_max: 120,
            input_bytes_max: crate::Limits::INPUT_BYTES_MAX,
            threads: Threads::Allowed,
        }
    }
}

/// How far a layer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "held", rename_all = "snake_case")]
pub enum Held {
    /// It holds.
    Fully,
    /// It holds in part.
    Partly {
        /// What is missing.
        what: String,
    },
    /// It does not hold.
    Not {
        /// What the system said.
        why: String,
    },
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fully => f.write_str("holds"),
            Self::Partly { what } => write!(f, "holds in part: {what}"),
            Self::Not { why } => write!(f, "does not hold: {why}"),
        }
    }
}

/// One layer of the confinement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Its name: `memory`, `processor time`, `seccomp` and so on.
    pub name: String,
    /// Whether a worker without it must not read anything.
    pub is_essential: bool,
    /// How far it holds.
    pub held: Held,
}

/// Which layers confine a process, in the order in which they were put on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfinementReport {
    /// The layers.
    pub layers: Vec<Layer>,
}

impl ConfinementReport {
    /// The first essential layer that does not hold in full.
    #[must_use]
    pub fn essential_missing(&self) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.is_essential && layer.held != Held::Fully)
    }

    /// Whether every layer holds in full.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.layers.iter().all(|layer| layer.held == Held::Fully)
    }
}

impl fmt::Display for ConfinementReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, layer) in self.layers.iter().enumerate() {
            let between = if place > 0 { ", " } else { "" };
            write!(f, "{between}{} {}", layer.name, layer.held)?;
        }
        Ok(())
    }
}

/// Confines this process for good: memory, processor time, files, network, new processes.
///
/// Call it before anything hostile is read and before any thread is started. What the kernel cannot do is left out and
/// reported; limits on memory and processor time are essential, the rest is as deep as the kernel allows.
#[must_use]
pub fn confine(confinement: &Confinement) -> ConfinementReport {
    #[cfg(target_os = "linux")]
    let layers = linux::confine(confinement);
    #[cfg(not(target_os = "linux"))]
    let layers = {
        let _ = confinement;
        let why = "this operating system is not Linux".to_owned();
        vec![Layer { name: "confinement".to_owned(), is_essential: false, held: Held::Not { why } }]
    };
    ConfinementReport { layers }
}
