//! `assize`: the one binary.
//!
//! The answer to the shell is 0 where it is done, 1 where the answer is no (the law refuses, verification found
//! something), 2 where it could not be done.

mod args;
mod commands;
mod files;
mod key;
mod out;
mod settings;

use std::process::ExitCode;

use assize_cli::work::{WORKER, work};
use clap::Parser as _;

use crate::args::Cli;
use crate::out::Answer;

fn main() -> ExitCode {
    // A worker gives up its rights before there is a thread, or anything to be had.
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == WORKER) {
        let class = arguments.next().unwrap_or_default();
        return match work(&class.to_string_lossy()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                eprintln!("{why}");
                ExitCode::from(2)
            }
        };
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return misunderstood(&error),
    };
    let as_json = cli.json;
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| runtime.block_on(commands::run(cli)))
        .and_then(|answer| said(&answer, as_json));
    match done {
        Ok(code) => code,
        Err(error) => {
            if as_json {
                fault(&format!("{error:#}"));
            }
            eprintln!("assize: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn said(answer: &Answer, as_json: bool) -> anyhow::Result<ExitCode> {
    answer.print(as_json)?;
    Ok(ExitCode::from(u8::from(answer.is_no)))
}

/// What could not be done, as JSON. Where not even that can be written, standard error and the code say it.
fn fault(error: &str) {
    let _ = out::print(&serde_json::json!({ "ok": false, "error": error }).to_string());
}

/// The command line is no command, or asks for help.
fn misunderstood(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    if !error.use_stderr() {
        return ExitCode::SUCCESS;
    }
    if std::env::args_os().any(|argument| argument == "--json") {
        let text = error.to_string();
        let first = text.lines().next().unwrap_or_default();
        fault(first.strip_prefix("error: ").unwrap_or(first));
    }
    ExitCode::from(2)
}
