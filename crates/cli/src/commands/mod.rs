//! The commands, one after the other.

mod access;
mod account;
mod batch;
mod catalogue;
mod demo;
mod doctor;
mod documents;
mod door;
mod draw;
mod evidence;
mod field;
mod import;
mod letterhead;
mod link;
mod log;
mod mail;
pub(crate) mod method;
mod organization;
mod record;
mod report;
mod serve;
mod show;
mod store;
mod tables;
mod template;
mod token;
mod webhook;
mod whole;

use anyhow::bail;
use assize_store::{Clock, Store};

use crate::args::{Cli, Commands};
use crate::key;
use crate::out::Answer;
use crate::settings::{Installation, Settings};

/// Does what the command line asks for.
pub(crate) async fn run(cli: Cli) -> anyhow::Result<Answer> {
    if let Commands::Demo(args) = &cli.command {
        if cli.place.is_given() {
            bail!(
                "the demonstration makes a store of its own: say with --dir where, and leave --store and the like out"
            );
        }
        return demo::run(args, cli.json).await;
    }
    if let Commands::Organization(command) = &cli.command {
        return organization::run(&cli.place, command).await;
    }
    let settings = match &cli.place.organization {
        Some(name) => organization::settings_of(&cli.place, name, &cli.command).await?,
        None => match (Installation::of(&cli.place)?, &cli.command) {
            (Some(installation), Commands::Serve(args)) => {
                return serve::run_many(installation, &cli.place, args.listen.as_deref(), cli.json).await;
            }
            (Some(installation), Commands::Doctor) => return doctor::run_all(&installation).await,
            (Some(_), command) if !is_of_no_store(command) => {
                bail!(
                    "an installation is named, with many organizations: say which one with --organization NAME"
                )
            }
            _ => Settings::of(&cli.place)?,
        },
    };
    match &cli.command {
        Commands::Init(args) => store::init(&settings, &cli.place, args).await,
        Commands::Serve(args) => serve::run(&settings, &cli.place, args.listen.as_deref(), cli.json).await,
        Commands::Demo(args) => demo::run(args, cli.json).await,
        Commands::Organization(command) => organization::run(&cli.place, command).await,
        Commands::Import(args) => import::run(&settings, args).await,
        Commands::Catalogue(args) => catalogue::run(&settings, args).await,
        Commands::Report(args) => report::run(&settings, args).await,
        Commands::Letterhead(args) => letterhead::run(&settings, args).await,
        Commands::Template(args) => template::run(&settings, args).await,
        Commands::Export(args) => record::export(&settings, args).await,
        Commands::Verify(args) => record::verify(&settings, args).await,
        Commands::Log(args) => log::run(&settings, args).await,
        Commands::Evidence(args) => evidence::run(&settings, args).await,
        Commands::Field(args) => field::run(&settings, args, cli.json).await,
        Commands::Doctor => doctor::run(&settings).await,
        Commands::Erase(args) => store::erase(&settings, args).await,
        Commands::Backup(args) => store::backup(&settings, args).await,
        Commands::Restore(args) => store::restore(&settings, args).await,
        Commands::Link(args) => link::run(&settings, args).await,
        Commands::Access(args) => access::run(&settings, args).await,
        Commands::Account(args) => account::run(&settings, args).await,
        Commands::Door(args) => door::run(&settings, args).await,
        Commands::Mail(args) => mail::run(&settings, args).await,
        Commands::Webhook(args) => webhook::run(&settings, args).await,
        Commands::Token(args) => token::run(&settings, args).await,
        Commands::Method(args) => method::run(&settings, args).await,
        Commands::Draw(args) => draw::run(&settings, args).await,
        Commands::Act(args) => match &args.batch {
            Some(file) => batch::run(&settings, args, file, cli.json).await,
            None => store::act(&settings, args).await,
        },
        Commands::Show(args) => show::run(&settings, args).await,
    }
}

/// Whether a command can do without a store.
const fn is_of_no_store(command: &Commands) -> bool {
    matches!(command, Commands::Catalogue(_) | Commands::Method(_) | Commands::Verify(_))
}

/// Opens the store.
async fn open(settings: &Settings) -> anyhow::Result<Store> {
    let store = Store::open(&settings.addresses, Clock::System).await?;
    key::give_evidence_keys(&store, settings).await?;
    Ok(store)
}

/// A bar of progress, where a person watches.
fn progress(doing: &'static str) -> Option<indicatif::ProgressBar> {
    use std::io::IsTerminal as _;
    let bar = || {
        let style = indicatif::ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
        let bar = indicatif::ProgressBar::new(0).with_message(doing);
        style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style))
    };
    std::io::stderr().is_terminal().then(bar)
}

/// A count without an end, where a person watches; hidden elsewhere.
fn progress_count(doing: &'static str) -> indicatif::ProgressBar {
    use std::io::IsTerminal as _;
    if !std::io::stderr().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    let bar = indicatif::ProgressBar::no_length().with_message(doing);
    match indicatif::ProgressStyle::with_template("{msg} {spinner} {pos}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A count of the bytes that go through a file, of a number where that is known, where a person watches; hidden elsewhere.
fn progress_bytes(doing: &'static str, bytes: Option<u64>) -> indicatif::ProgressBar {
    use std::io::IsTerminal as _;
    if !std::io::stderr().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    let (bar, form) = match bytes {
        Some(bytes) => (indicatif::ProgressBar::new(bytes), "{msg} {wide_bar} {bytes}/{total_bytes}"),
        None => (indicatif::ProgressBar::no_length(), "{msg} {spinner} {bytes}"),
    };
    let bar = bar.with_message(doing).with_finish(indicatif::ProgressFinish::AndClear);
    match indicatif::ProgressStyle::with_template(form) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
