//! The system calls that computing on pipes and memory needs. Every other is refused with "not permitted".
//!
//! So there is no opening of files, no socket, no exec, no new process, no tracing, no signal to another process, and
//! no memory that is made executable. A list of what is allowed is also right for calls that do not exist yet.

use std::collections::BTreeMap;

use libc::c_long;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch,
};
use thiserror::Error;

use super::Threads;

/// Allowed whatever their arguments.
const ALLOWED: [c_long; 36] = [
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_futex,
    libc::SYS_membarrier,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_gettimeofday,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_getrusage,
    libc::SYS_getcpu,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_restart_syscall,
    libc::SYS_set_robust_list,
    libc::SYS_set_tid_address,
    libc::SYS_rseq,
    libc::SYS_uname,
];

/// Why the filter could not be put on.
#[derive(Debug, Error)]
pub(super) enum FilterError {
    #[error("no filter could be made for this processor: {0}")]
    Made(#[from] seccompiler::BackendError),
    #[error("the kernel did not take the filter: {0}")]
    Taken(#[from] seccompiler::Error),
}

/// Puts the filter on this process and all its threads.
pub(super) fn allow_only_what_computing_needs(threads: Threads) -> Result<(), FilterError> {
    let arch: TargetArch = std::env::consts::ARCH.try_into()?;
    if threads == Threads::Allowed {
        seccompiler::apply_filter_all_threads(&without_clone3(arch)?)?;
    }
    seccompiler::apply_filter_all_threads(&allow_list(arch, threads)?)?;
    Ok(())
}

fn allow_list(arch: TargetArch, threads: Threads) -> Result<BpfProgram, FilterError> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        ALLOWED.into_iter().map(|call| (call, Vec::new())).collect();
    let executable = SeccompCmpOp::MaskedEq(flag(libc::PROT_EXEC));
    rules.insert(libc::SYS_mmap, only_if(2, executable.clone(), 0)?);
    rules.insert(libc::SYS_mprotect, only_if(2, executable, 0)?);
    // Reading a limit passes no new one; the address of a new one would be the third argument.
    rules.insert(libc::SYS_prlimit64, only_if(2, SeccompCmpOp::Eq, 0)?);
    // The runtime signals itself when it aborts.
    rules.insert(libc::SYS_tgkill, only_if(0, SeccompCmpOp::Eq, u64::from(std::process::id()))?);
    if threads == Threads::Allowed {
        let thread = flag(libc::CLONE_THREAD);
        rules.insert(libc::SYS_clone, only_if(0, SeccompCmpOp::MaskedEq(thread), thread)?);
        rules.insert(libc::SYS_prctl, only_if(0, SeccompCmpOp::Eq, flag(libc::PR_SET_NAME))?);
        // Left to the other filter, whose answer is the one that makes the C library use `clone`.
        rules.insert(libc::SYS_clone3, Vec::new());
    }
    program(rules, denied(libc::EPERM), SeccompAction::Allow, arch)
}

/// `clone3` hides its flags from a filter, so it is said not to exist.
fn without_clone3(arch: TargetArch) -> Result<BpfProgram, FilterError> {
    let rules = BTreeMap::from([(libc::SYS_clone3, Vec::new())]);
    program(rules, SeccompAction::Allow, denied(libc::ENOSYS), arch)
}

fn program(
    rules: BTreeMap<i64, Vec<SeccompRule>>,
    otherwise: SeccompAction,
    matched: SeccompAction,
    arch: TargetArch,
) -> Result<BpfProgram, FilterError> {
    Ok(SeccompFilter::new(rules, otherwise, matched, arch)?.try_into()?)
}

fn only_if(argument: u8, operator: SeccompCmpOp, value: u64) -> Result<Vec<SeccompRule>, FilterError> {
    let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Qword, operator, value)?;
    Ok(vec![SeccompRule::new(vec![condition])?])
}

fn denied(errno: libc::c_int) -> SeccompAction {
    SeccompAction::Errno(errno.unsigned_abs())
}

fn flag(value: libc::c_int) -> u64 {
    u64::from(value.unsigned_abs())
}
