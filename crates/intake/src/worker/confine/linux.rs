//! The layers that Linux offers, from the outside in. Each stands by itself, so that one failing leaves the others.

use std::fmt::Display;

use landlock::{
    ABI, Access, AccessFs, AccessNet, LandlockStatus, RestrictSelfAttr, Ruleset, RulesetAttr, RulesetStatus,
    Scope,
};
use rustix::process::{DumpableBehavior, Resource, Rlimit, Signal, getrlimit, setrlimit};

use super::{Confinement, Held, Layer, Threads, syscalls};

/// Standard input, output and error are open already; one more would be too many.
const OPEN_FILES_MAX: u64 = 3;

/// Seconds after which the kernel kills a process that outlived the signal at its limit of processor time.
const CPU_GRACE_SECONDS: u64 = 1;

pub(super) fn confine(confinement: &Confinement) -> Vec<Layer> {
    let cpu_seconds = confinement.cpu_seconds_max;
    let mut layers = vec![
        layer("end with the parent", rustix::process::set_parent_process_death_signal(Some(Signal::KILL))),
        layer("no core or tracing", rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable)),
        layer("no new privileges", rustix::thread::set_no_new_privs(true)),
        Layer { name: "landlock".to_owned(), is_essential: false, held: landlock() },
        essential("memory", limit(Resource::Data, confinement.memory_bytes_max, 0)),
        essential("address space", limit(Resource::As, confinement.address_bytes_max, 0)),
        essential("processor time", limit(Resource::Cpu, cpu_seconds, CPU_GRACE_SECONDS)),
        layer("no core file", limit(Resource::Core, 0, 0)),
        layer("no bytes written to files", limit(Resource::Fsize, 0, 0)),
        layer("no further open files", limit(Resource::Nofile, OPEN_FILES_MAX, 0)),
    ];
    if confinement.threads == Threads::Denied {
        layers.push(layer("no further processes", limit(Resource::Nproc, 0, 0)));
    }
    layers.push(layer("seccomp", syscalls::allow_only_what_computing_needs(confinement.threads)));
    layers
}

fn layer(name: &str, result: Result<(), impl Display>) -> Layer {
    let held = match result {
        Ok(()) => Held::Fully,
        Err(error) => Held::Not { why: error.to_string() },
    };
    Layer { name: name.to_owned(), is_essential: false, held }
}

fn essential(name: &str, result: Result<(), impl Display>) -> Layer {
    Layer { is_essential: true, ..layer(name, result) }
}

/// Lowers a limit; one that is lower already stays.
fn limit(resource: Resource, soft: u64, grace: u64) -> rustix::io::Result<()> {
    let ceiling = getrlimit(resource).maximum.unwrap_or(u64::MAX);
    let maximum = soft.saturating_add(grace).min(ceiling);
    setrlimit(resource, Rlimit { current: Some(soft.min(maximum)), maximum: Some(maximum) })
}

/// Handles every access that the newest known version of Landlock knows, and allows none.
fn landlock() -> Held {
    let abi = ABI::V6;
    let threads = threads();
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(abi))
        .and_then(|ruleset| ruleset.handle_access(AccessNet::from_all(abi)))
        .and_then(|ruleset| ruleset.scope(Scope::from_all(abi)))
        .and_then(|ruleset| ruleset.create())
        .and_then(|ruleset| ruleset.all_threads(true))
        .and_then(|ruleset| ruleset.restrict_self());
    let status = match status {
        Ok(status) => status,
        Err(error) => return Held::Not { why: error.to_string() },
    };
    let version = match status.landlock {
        LandlockStatus::Available { effective_abi, .. } => format!("version {}", effective_abi as i32),
        LandlockStatus::NotEnabled => "it is not enabled".to_owned(),
        LandlockStatus::NotImplemented => "the kernel lacks it".to_owned(),
    };
    match status.ruleset {
        RulesetStatus::NotEnforced => Held::Not { why: version },
        // The flag for all threads is newer than the rules. A worker has one thread, which is all of them.
        _ if !status.all_threads && threads != Some(1) => {
            Held::Partly { what: "other threads run already".to_owned() }
        }
        _ if rules_are_full(&status.landlock, abi) => Held::Fully,
        _ => Held::Partly { what: format!("the kernel has {version} of {}", abi as i32) },
    }
}

fn rules_are_full(status: &LandlockStatus, wanted: ABI) -> bool {
    matches!(status, LandlockStatus::Available { effective_abi, .. } if *effective_abi >= wanted)
}

/// How many threads this process has; `None` where `/proc` is not mounted.
fn threads() -> Option<usize> {
    std::fs::read_dir("/proc/self/task").ok().map(Iterator::count)
}
