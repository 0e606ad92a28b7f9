//! Real workers: this program starts itself. With a first argument of `worker` it is a worker, else it is the tests.
#![expect(clippy::unwrap_used, clippy::panic, reason = "this program is only tests")]

mod samples;

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use assize_intake::worker::{
    Confinement, ExtractAnswer, Held, Job, Outcome, SpawnLimits, Spawner, Threads, WorkerFailure, confine,
    run, serve,
};
use assize_intake::{DocumentKind, Unreadable};
use libtest_mimic::{Arguments, Failed, Trial};
use samples::{docx_of, paragraph, pdf_bomb, pdf_form_loop, pdf_pages, pdf_parent_loop, statement_xlsx};

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    if args.next().as_deref() == Some("worker") {
        return worker(&args.next().unwrap_or_default());
    }
    libtest_mimic::run(&Arguments::from_args(), trials()).exit_code()
}

/// 256 MiB and a second of processor time: enough for every sample, soon used up by the hostile ones.
const SMALL: Confinement = Confinement {
    memory_bytes_max: 256 * 1024 * 1024,
    address_bytes_max: 512 * 1024 * 1024,
    cpu_seconds_max: 1,
    input_bytes_max: 32 * 1024 * 1024,
    threads: Threads::Denied,
};

fn worker(behaviour: &str) -> ExitCode {
    let (stdin, mut stdout) = (io::stdin().lock(), io::stdout().lock());
    let parent = rustix::process::getppid().unwrap();
    let served = match behaviour {
        "small" => run(&SMALL, stdin, stdout),
        "extraction" => run(&Confinement::extraction(), stdin, stdout),
        "probe" => serve(&SMALL, confine(&SMALL), stdin, stdout, |_, _| Ok(probe(Threads::Denied, parent))),
        "render" => {
            let confinement = Confinement::rendering();
            serve(&confinement, confine(&confinement), stdin, stdout, |_, _| {
                Ok(probe(Threads::Allowed, parent))
            })
        }
        "environment" => serve(&SMALL, confine(&SMALL), stdin, stdout, |_, _| {
            Ok(std::env::vars().map(|(name, _)| name).collect::<Vec<_>>().join(",").into_bytes())
        }),
        "spin" => serve(&SMALL, confine(&SMALL), stdin, stdout, |_, _| {
            loop {
                std::hint::spin_loop();
            }
        }),
        "memory" => serve(&SMALL, confine(&SMALL), stdin, stdout, |_, _| Ok(vec![1; 300 << 20])),
        "panic" => serve(&SMALL, confine(&SMALL), stdin, stdout, |_, _| panic!("on purpose")),
        "sleep" => serve(&SMALL, confine(&SMALL), stdin, stdout, |_, _| {
            std::thread::sleep(Duration::from_secs(60));
            Ok(Vec::new())
        }),
        "large" => serve(&SMALL, confine(&SMALL), stdin, stdout, |_, _| Ok(vec![b'x'; 2 << 20])),
        // It answers in full and goes on.
        "trailing" => {
            serve(&SMALL, confine(&SMALL), stdin, &mut stdout, |_, _| Ok(Vec::new())).unwrap();
            stdout.write_all(b"x").unwrap();
            Ok(())
        }
        // It reads nothing and answers nonsense.
        "deaf" => {
            stdout.write_all(b"hello").unwrap();
            Ok(())
        }
        // It writes much before it reads, which stops a parent that writes first and reads later.
        "chatty" => {
            io::stderr().write_all(&vec![b'.'; 1 << 20]).unwrap();
            run(&SMALL, stdin, stdout)
        }
        // It closes its output and stays.
        "linger" => {
            drop(stdout);
            io::stdin().lock().read_to_end(&mut Vec::new()).unwrap();
            rustix::stdio::dup2_stdout(io::stderr()).unwrap();
            std::thread::sleep(Duration::from_secs(60));
            Ok(())
        }
        other => panic!("no behaviour `{other}`"),
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Tries what a worker must not be able to do, and names what succeeded.
fn probe(threads: Threads, parent: rustix::process::Pid) -> Vec<u8> {
    use std::os::unix::net::UnixStream;
    let program = "/bin/true";
    let mut broken: Vec<&str> = Vec::new();
    let mut deny = |what, succeeded: bool| {
        if succeeded {
            broken.push(what);
        }
    };
    deny("read a file", std::fs::read("/etc/passwd").is_ok());
    deny("read itself", std::fs::read("/proc/self/maps").is_ok());
    deny("list a folder", std::fs::read_dir("/").is_ok());
    deny("write a file", std::fs::write("/tmp/assize-intake-probe", b"x").is_ok());
    deny("remove a file", std::fs::remove_file("/tmp/assize-intake-probe").is_ok());
    deny("see a file", std::fs::metadata("/etc/passwd").is_ok());
    deny(
        "connect",
        std::net::TcpStream::connect("127.0.0.1:9").is_err_and(|error| error.raw_os_error() != Some(1)),
    );
    deny("listen", std::net::TcpListener::bind("127.0.0.1:0").is_ok());
    deny("open a socket", UnixStream::pair().is_ok());
    deny("start a program", std::process::Command::new(program).spawn().is_ok());
    deny("signal its parent", rustix::process::test_kill_process(parent).is_ok());
    deny("raise a limit", {
        use rustix::process::{Resource, Rlimit, setrlimit};
        setrlimit(Resource::Nofile, Rlimit { current: Some(3), maximum: Some(3) }).is_ok()
    });
    let thread = std::thread::Builder::new().spawn(|| 7);
    match threads {
        Threads::Denied => deny("start a thread", thread.is_ok()),
        Threads::Allowed => {
            deny("not start a thread", thread.map_or(true, |thread| thread.join().unwrap() != 7))
        }
    }
    broken.join(", ").into_bytes()
}

fn spawner(behaviour: &str) -> Spawner {
    let program = std::env::current_exe().unwrap();
    let args = vec![OsString::from("worker"), OsString::from(behaviour)];
    Spawner { program, args, limits: SpawnLimits { output_bytes_max: 1 << 20, ..SpawnLimits::default() } }
}

const LONG: Duration = Duration::from_secs(60);

fn job() -> Job {
    Job { job: "extract".into(), name: "a.txt".into(), kind: None }
}

fn failure(behaviour: &str, wall_clock: Duration) -> WorkerFailure {
    spawner(behaviour).run(&job(), vec![b'a'; 4 << 20], wall_clock).unwrap_err()
}

fn trials() -> Vec<Trial> {
    let cases: Vec<(&str, fn())> = vec![
        ("every_kind_is_read_in_a_worker", every_kind_is_read_in_a_worker),
        ("a_statement_is_read_in_a_worker", a_statement_is_read_in_a_worker),
        ("a_worker_is_confined_in_every_layer", a_worker_is_confined_in_every_layer),
        (
            "a_rendering_worker_may_start_threads_and_nothing_else",
            a_rendering_worker_may_start_threads_and_nothing_else,
        ),
        ("the_environment_is_empty", the_environment_is_empty),
        ("hostile_pdfs_are_contained_and_named", hostile_pdfs_are_contained_and_named),
        ("each_end_of_a_worker_has_its_name", each_end_of_a_worker_has_its_name),
        ("a_slow_worker_is_killed_on_time", a_slow_worker_is_killed_on_time),
        ("full_pipes_stop_nobody", full_pipes_stop_nobody),
        ("an_answer_too_long_is_not_taken", an_answer_too_long_is_not_taken),
        ("a_body_too_long_is_refused", a_body_too_long_is_refused),
        ("a_job_of_another_name_is_refused", a_job_of_another_name_is_refused),
        ("a_program_that_is_not_there_is_named", a_program_that_is_not_there_is_named),
        ("many_workers_at_once_keep_apart", many_workers_at_once_keep_apart),
    ];
    cases
        .into_iter()
        .map(|(name, case)| {
            Trial::test(name, move || {
                case();
                Ok::<(), Failed>(())
            })
        })
        .collect()
}

fn text(answer: ExtractAnswer) -> String {
    match answer.outcome {
        Outcome::Read(extracted) => extracted.text,
        Outcome::Unreadable(unreadable) => panic!("{unreadable}"),
    }
}

fn every_kind_is_read_in_a_worker() {
    let spawner = spawner("extraction");
    let files: Vec<(&str, Vec<u8>, DocumentKind, &str)> = vec![
        ("a.md", b"# Words of Markdown".to_vec(), DocumentKind::Markdown, "Words of Markdown"),
        ("a.html", b"<p>Words of HTML".to_vec(), DocumentKind::Html, "Words of HTML"),
        ("a.csv", b"Words,of,CSV".to_vec(), DocumentKind::Csv, "Words,of,CSV"),
        ("a.pdf", pdf_pages(2), DocumentKind::Pdf, "Words of page 2"),
        ("a.docx", docx_of(&paragraph("", "Words of DOCX")), DocumentKind::Docx, "Words of DOCX"),
        ("a.xlsx", statement_xlsx(), DocumentKind::Xlsx, "Risk R1"),
    ];
    for (name, bytes, kind, words) in files {
        let answer = spawner.extract(name, bytes, LONG).unwrap();
        assert_eq!(answer.kind, kind);
        assert!(text(answer).contains(words), "{name}");
    }
    let picture = spawner.extract("a.png", b"\x89PNG\r\n\x1a\n".to_vec(), LONG).unwrap();
    assert_eq!(picture.outcome, Outcome::Unreadable(Unreadable::Unsupported { kind: DocumentKind::Picture }));
    let forged = spawner.extract("a.md", pdf_pages(1), LONG).unwrap();
    assert_eq!((forged.kind, forged.problems.len()), (DocumentKind::Pdf, 1));
}

fn a_statement_is_read_in_a_worker() {
    let answer = spawner("extraction").soa("soa.xlsx", statement_xlsx(), LONG).unwrap();
    let Outcome::Read(rows) = answer.outcome else { panic!("unreadable") };
    assert_eq!(rows.len(), 3);
    assert!(answer.problems.iter().any(|problem| problem.what.contains("formula")));
}

fn a_worker_is_confined_in_every_layer() {
    let answer = spawner("probe").run(&job(), Vec::new(), LONG).unwrap();
    assert_eq!(String::from_utf8(answer.body).unwrap(), "");
    assert_eq!(answer.confinement.essential_missing(), None);
    for layer in &answer.confinement.layers {
        // A kernel may lack Landlock, or have an older version; every other layer is as old as the kernels we support.
        assert!(layer.held == Held::Fully || layer.name == "landlock", "{} {}", layer.name, layer.held);
    }
    println!("{}", answer.confinement);
}

fn a_rendering_worker_may_start_threads_and_nothing_else() {
    let answer = spawner("render").run(&job(), Vec::new(), LONG).unwrap();
    assert_eq!(String::from_utf8(answer.body).unwrap(), "");
}

fn the_environment_is_empty() {
    let answer = spawner("environment").run(&job(), Vec::new(), LONG).unwrap();
    assert_eq!(String::from_utf8(answer.body).unwrap(), "");
}

fn hostile_pdfs_are_contained_and_named() {
    let spawner = spawner("small");
    let answer = spawner.extract("a.pdf", pdf_parent_loop(), LONG).unwrap();
    assert_eq!(answer.outcome, Outcome::Unreadable(Unreadable::PageLoop));
    let form = spawner.extract("a.pdf", pdf_form_loop(), LONG).unwrap_err();
    assert!(
        matches!(form, WorkerFailure::Crashed { .. } | WorkerFailure::Memory | WorkerFailure::ProcessorTime),
        "{form}"
    );
    let bomb = spawner.extract("a.pdf", pdf_bomb(600 << 20), LONG).unwrap_err();
    assert!(matches!(bomb, WorkerFailure::Memory), "{bomb}");
}

fn each_end_of_a_worker_has_its_name() {
    assert!(matches!(failure("memory", LONG), WorkerFailure::Memory));
    assert!(matches!(failure("spin", LONG), WorkerFailure::ProcessorTime));
    assert!(matches!(failure("deaf", LONG), WorkerFailure::Nonsense { .. }));
    let trailing = failure("trailing", LONG);
    assert!(matches!(&trailing, WorkerFailure::Nonsense { what } if what.contains("follows")), "{trailing}");
    let crashed = failure("panic", LONG);
    assert!(
        matches!(&crashed, WorkerFailure::Crashed { how } if how.contains("101: on purpose")),
        "{crashed}"
    );
}

fn a_slow_worker_is_killed_on_time() {
    for behaviour in ["sleep", "linger"] {
        let started = Instant::now();
        let failure = failure(behaviour, Duration::from_millis(700));
        assert!(matches!(failure, WorkerFailure::WallClock { .. }), "{behaviour}: {failure}");
        assert!(started.elapsed() < Duration::from_secs(10), "{behaviour}");
    }
}

fn full_pipes_stop_nobody() {
    let words = vec![b'a'; 500_000];
    let answer = spawner("chatty").extract("a.txt", words.clone(), LONG).unwrap();
    assert_eq!(text(answer).len(), words.len());
}

fn an_answer_too_long_is_not_taken() {
    let failure = failure("large", LONG);
    assert!(
        matches!(&failure, WorkerFailure::Nonsense { what } if what.contains("longer than 1048576")),
        "{failure}"
    );
}

fn a_body_too_long_is_refused() {
    let failure = spawner("small").run(&job(), vec![b'a'; 33 << 20], LONG).unwrap_err();
    assert!(matches!(&failure, WorkerFailure::Crashed { how } if how.contains("job")), "{failure}");
}

fn a_job_of_another_name_is_refused() {
    let job = Job { job: "dance".into(), ..job() };
    let failure = spawner("small").run(&job, Vec::new(), LONG).unwrap_err();
    assert!(matches!(&failure, WorkerFailure::Refused { reason } if reason.contains("`dance`")), "{failure}");
}

fn a_program_that_is_not_there_is_named() {
    let spawner = Spawner { program: "/nowhere/assize".into(), ..spawner("small") };
    let failure = spawner.run(&job(), Vec::new(), LONG).unwrap_err();
    assert!(failure.to_string().contains("`/nowhere/assize`"));
}

fn many_workers_at_once_keep_apart() {
    std::thread::scope(|scope| {
        for number in 0..8 {
            scope.spawn(move || {
                let words = format!("words of {number}");
                let answer = spawner("small").extract("a.txt", words.clone().into_bytes(), LONG).unwrap();
                assert_eq!(text(answer), words);
            });
        }
    });
}
