//! `assize`: the one binary.
//!
//! The answer to the shell is 0 where it is done, 1 where the answer is no (the law refuses, verification found
//! something), 2 where it could not be done.

mod args;
mod commands;
mod key;
mod out;
mod settings;

use std::process::ExitCode;

use assize_cli::work::{WORKER, work};
use clap::Parser as _;

use crate::args::Cli;

fn main() -> ExitCode {
    // A worker gives up its rights before there is a thread, or anything to be had.
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some(WORKER) {
        return match work(&arguments.next().unwrap_or_default()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                eprintln!("{why}");
                ExitCode::from(2)
            }
        };
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let as_json = cli.json;
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(anyhow::Error::from)
        .and_then(|runtime| runtime.block_on(commands::run(cli)));
    match done {
        Ok(answer) => {
            answer.print(as_json);
            ExitCode::from(u8::from(answer.is_no))
        }
        Err(error) => {
            if as_json {
                println!("{}", serde_json::json!({ "ok": false, "error": format!("{error:#}") }));
            }
            eprintln!("assize: {error:#}");
            ExitCode::from(2)
        }
    }
}
