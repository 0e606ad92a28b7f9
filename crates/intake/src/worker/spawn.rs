//! The parent's side of the pipe.

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use thiserror::Error;

use super::{
    CalendarAnswer, ConfinementReport, ExtractAnswer, JOB_CALENDAR, JOB_EXTRACT, JOB_LOGO, JOB_SOA,
    JOB_TABLE, JOB_TECHNICAL, Job, LogoAnswer, Reply, SoaAnswer, Status, TableAnswer, TechnicalAnswer,
    read_frame, write_frame,
};
use crate::CalendarWindow;
use crate::unreadable::one_line;

/// Starts workers. It blocks the thread it is called on; how many run at once is the caller's to bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spawner {
    /// The program, as an absolute path; the worker runs in the root folder.
    pub program: PathBuf,
    /// Its arguments, which make it a worker of one class of jobs.
    pub args: Vec<OsString>,
    /// What the parent takes from it.
    pub limits: SpawnLimits,
}

/// What a parent takes from a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpawnLimits {
    /// Bytes of the answer, header and body.
    pub output_bytes_max: u64,
    /// Bytes of standard error that are kept to explain a crash; the rest is read and dropped.
    pub stderr_bytes_max: u64,
}

impl Default for SpawnLimits {
    /// 64 MiB of answer, 16 KiB of explanation.
    fn default() -> Self {
        Self { output_bytes_max: 64 * 1024 * 1024, stderr_bytes_max: 16 * 1024 }
    }
}

/// What a worker answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The result.
    pub body: Vec<u8>,
    /// What confined the worker.
    pub confinement: ConfinementReport,
}

/// Why a worker gave no result, in words for the user whose file it was.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum WorkerFailure {
    /// It needed more memory than it may use.
    #[error(
        "reading it took more memory than is allowed, as a hostile file does; split the file or save it again"
    )]
    Memory,
    /// It needed more processor time than it may use.
    #[error(
        "reading it took more processor time than is allowed, as a file that loops does; save the file again from its program"
    )]
    ProcessorTime,
    /// It did not end in time.
    #[error("reading it took longer than {} seconds; try again when the machine is less busy, or split the file", .wall_clock.as_secs_f64())]
    WallClock {
        /// The time it had.
        wall_clock: Duration,
    },
    /// It ended by a fault.
    #[error(
        "the reader of this kind of file crashed ({how}); save the file again from its program, or as PDF"
    )]
    Crashed {
        /// The code or signal, and the last words of the worker.
        how: String,
    },
    /// Its answer was no answer.
    #[error(
        "the worker's answer could not be understood ({what}); the program may be damaged or of two versions"
    )]
    Nonsense {
        /// What was wrong with it.
        what: String,
    },
    /// It refused the job.
    #[error("the worker refused: {reason}")]
    Refused {
        /// Its reason.
        reason: String,
    },
    /// It could not be started.
    #[error("the worker `{}` could not be started; check that the program is there and may be run", .program.display())]
    CouldNotStart {
        /// The program.
        program: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

impl Spawner {
    /// Runs one job in a new process and waits for it, at most for `wall_clock`.
    ///
    /// The process gets an empty environment and nothing but its three pipes, and is dead when this returns.
    ///
    /// # Errors
    /// [`WorkerFailure`], which says what ended the worker.
    pub fn run(&self, job: &Job, bytes: Vec<u8>, wall_clock: Duration) -> Result<Answer, WorkerFailure> {
        let deadline = Instant::now() + wall_clock;
        let mut frame = Vec::with_capacity(bytes.len() + 1024);
        write_frame(&mut frame, job, &bytes).map_err(|error| nonsense(&error))?;
        drop(bytes);
        let mut worker = self.start()?;
        let said = worker.converse(frame, self.limits)?;
        let ended = match said.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            // An answer over the limit leaves the worker writing into a closed pipe; it need not be waited for.
            Ok(output) if output.len() as u64 > self.limits.output_bytes_max => {
                let what = format!("it is longer than {} bytes", self.limits.output_bytes_max);
                return Err(WorkerFailure::Nonsense { what });
            }
            Ok(output) => worker.wait_until(deadline).map(|status| (status, output)),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => None,
        };
        let Some((status, output)) = ended else { return Err(WorkerFailure::WallClock { wall_clock }) };
        if !status.success() {
            let last_words = said.words.recv_timeout(LAST_WORDS_WAIT).unwrap_or_default();
            return Err(failure_of(status, &last_words));
        }
        understand(&output)
    }

    /// Reads the text of a file: [`JOB_EXTRACT`].
    ///
    /// # Errors
    /// As [`Spawner::run`].
    pub fn extract(
        &self,
        name: &str,
        bytes: Vec<u8>,
        wall_clock: Duration,
    ) -> Result<ExtractAnswer, WorkerFailure> {
        self.run_json(JOB_EXTRACT, name, bytes, wall_clock)
    }

    /// Reads a Statement of Applicability: [`JOB_SOA`].
    ///
    /// # Errors
    /// As [`Spawner::run`].
    pub fn soa(&self, name: &str, bytes: Vec<u8>, wall_clock: Duration) -> Result<SoaAnswer, WorkerFailure> {
        self.run_json(JOB_SOA, name, bytes, wall_clock)
    }

    /// Reads the rows of a file: [`JOB_TABLE`].
    ///
    /// # Errors
    /// As [`Spawner::run`].
    pub fn table(
        &self,
        name: &str,
        bytes: Vec<u8>,
        wall_clock: Duration,
    ) -> Result<TableAnswer, WorkerFailure> {
        self.run_json(JOB_TABLE, name, bytes, wall_clock)
    }

    /// Reads what a scanner reports in a file: [`JOB_TECHNICAL`].
    ///
    /// # Errors
    /// As [`Spawner::run`].
    pub fn technical(
        &self,
        name: &str,
        bytes: Vec<u8>,
        wall_clock: Duration,
    ) -> Result<TechnicalAnswer, WorkerFailure> {
        self.run_json(JOB_TECHNICAL, name, bytes, wall_clock)
    }

    /// Reads when somebody is busy by their calendar: [`JOB_CALENDAR`].
    ///
    /// # Errors
    /// As [`Spawner::run`].
    pub fn calendar(
        &self,
        window: &CalendarWindow,
        bytes: &[u8],
        wall_clock: Duration,
    ) -> Result<CalendarAnswer, WorkerFailure> {
        let mut input = serde_json::to_vec(window)
            .map_err(|error| WorkerFailure::Refused { reason: error.to_string() })?;
        input.push(b'\n');
        input.extend_from_slice(bytes);
        self.run_json(JOB_CALENDAR, "calendar.ics", input, wall_clock)
    }

    /// Looks at the file of a logo: [`JOB_LOGO`].
    ///
    /// # Errors
    /// As [`Spawner::run`].
    pub fn logo(&self, bytes: Vec<u8>, wall_clock: Duration) -> Result<LogoAnswer, WorkerFailure> {
        self.run_json(JOB_LOGO, "logo", bytes, wall_clock)
    }

    fn run_json<T: DeserializeOwned>(
        &self,
        job: &str,
        name: &str,
        bytes: Vec<u8>,
        wall_clock: Duration,
    ) -> Result<T, WorkerFailure> {
        let job = Job { job: job.to_owned(), name: name.to_owned(), kind: None };
        let answer = self.run(&job, bytes, wall_clock)?;
        serde_json::from_slice(&answer.body).map_err(|error| nonsense(&error))
    }

    fn start(&self) -> Result<Running, WorkerFailure> {
        let mut command = Command::new(&self.program);
        command.args(&self.args).env_clear();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if cfg!(unix) {
            command.current_dir("/");
        }
        match command.spawn() {
            Ok(child) => Ok(Running { child }),
            Err(source) => Err(WorkerFailure::CouldNotStart { program: self.program.clone(), source }),
        }
    }
}

/// Time for the thread that reads standard error to hand over what a dead worker left there.
const LAST_WORDS_WAIT: Duration = Duration::from_millis(500);

/// The longest pause between two looks at a worker that closed its output and has yet to end.
const WAIT_STEP_MAX: Duration = Duration::from_millis(20);

/// A worker that is killed and waited for when this is dropped, so that no path leaves one behind.
struct Running {
    child: Child,
}

/// What arrives from a worker once its pipes are closed.
struct Said {
    output: Receiver<Vec<u8>>,
    words: Receiver<Vec<u8>>,
}

impl Running {
    /// Writes and reads on threads of their own, so that no full pipe can stop the other. They end with the pipes.
    fn converse(&mut self, frame: Vec<u8>, limits: SpawnLimits) -> Result<Said, WorkerFailure> {
        let pipes = (self.child.stdin.take(), self.child.stdout.take(), self.child.stderr.take());
        let (Some(stdin), Some(stdout), Some(stderr)) = pipes else {
            return Err(WorkerFailure::Nonsense { what: "it has no pipes".to_owned() });
        };
        thread::spawn(move || feed(stdin, &frame));
        let (send_output, output) = mpsc::channel();
        thread::spawn(move || send_output.send(take_output(stdout, limits.output_bytes_max)));
        let (send_words, words) = mpsc::channel();
        thread::spawn(move || send_words.send(take_words(stderr, limits.stderr_bytes_max)));
        Ok(Said { output, words })
    }

    fn wait_until(&mut self, deadline: Instant) -> Option<ExitStatus> {
        let mut step = Duration::from_micros(200);
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Some(status);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return None;
            }
            thread::sleep(step.min(left));
            step = (step * 2).min(WAIT_STEP_MAX);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only for a child that was waited for already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A worker that ends before it has read its job closes the pipe; how it ended says more than the write error.
fn feed(mut stdin: ChildStdin, frame: &[u8]) {
    let _ = io::Write::write_all(&mut stdin, frame);
}

/// One byte more than the limit shows that the answer is too long.
fn take_output(stdout: ChildStdout, bytes_max: u64) -> Vec<u8> {
    let mut output = Vec::new();
    let _ = stdout.take(bytes_max.saturating_add(1)).read_to_end(&mut output);
    output
}

fn take_words(mut stderr: ChildStderr, bytes_max: u64) -> Vec<u8> {
    let mut words = Vec::new();
    let _ = stderr.by_ref().take(bytes_max).read_to_end(&mut words);
    let _ = io::copy(&mut stderr, &mut io::sink());
    words
}

fn understand(output: &[u8]) -> Result<Answer, WorkerFailure> {
    let mut rest = output;
    let (reply, body): (Reply, _) =
        read_frame(&mut rest, output.len() as u64).map_err(|error| nonsense(&error))?;
    if !rest.is_empty() {
        return Err(WorkerFailure::Nonsense { what: "something follows it".to_owned() });
    }
    match reply.status {
        Status::Done => Ok(Answer { body, confinement: reply.confinement }),
        Status::Refused { reason } => Err(WorkerFailure::Refused { reason: one_line(&reason) }),
    }
}

fn nonsense(error: &dyn std::error::Error) -> WorkerFailure {
    let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
    WorkerFailure::Nonsense { what: one_line(&format!("{error}{source}")) }
}

/// What the end of a worker means. The runtime says on standard error that memory ran out, then aborts.
fn failure_of(status: ExitStatus, last_words: &[u8]) -> WorkerFailure {
    let words = String::from_utf8_lossy(last_words);
    let ran_out_of_memory = words.contains("memory allocation of") || words.contains("out of memory");
    match signal_of(status) {
        Some(Signal::ProcessorTime) => WorkerFailure::ProcessorTime,
        // The kernel kills the largest process when the machine runs out of memory; nobody else sends this.
        Some(Signal::Killed) => WorkerFailure::Memory,
        Some(Signal::Aborted) if ran_out_of_memory => WorkerFailure::Memory,
        _ => {
            let says_something = |line: &&str| !line.trim().is_empty() && !line.starts_with("note:");
            let last = words.lines().rev().find(says_something).unwrap_or("no word of explanation");
            WorkerFailure::Crashed { how: one_line(&format!("{status}: {last}")) }
        }
    }
}

enum Signal {
    ProcessorTime,
    Killed,
    Aborted,
}

#[cfg(target_os = "linux")]
fn signal_of(status: ExitStatus) -> Option<Signal> {
    use std::os::unix::process::ExitStatusExt;
    match status.signal()? {
        libc::SIGXCPU => Some(Signal::ProcessorTime),
        libc::SIGKILL => Some(Signal::Killed),
        libc::SIGABRT => Some(Signal::Aborted),
        _ => None,
    }
}

#[cfg(not(target_os = "linux"))]
fn signal_of(_status: ExitStatus) -> Option<Signal> {
    None
}
