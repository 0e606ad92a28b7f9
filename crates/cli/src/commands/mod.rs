//! The commands, one after the other.

mod demo;
mod import;
mod record;
mod serve;
mod store;

use assize_store::{Clock, Store};

use crate::args::{Cli, Commands};
use crate::out::Answer;
use crate::settings::Settings;

/// Does what the command line asks for.
pub(crate) async fn run(cli: Cli) -> anyhow::Result<Answer> {
    if let Commands::Demo(args) = &cli.command {
        return demo::run(args, cli.json).await;
    }
    let settings = Settings::of(&cli.place)?;
    match &cli.command {
        Commands::Init(args) => store::init(&settings, args).await,
        Commands::Serve(args) => serve::run(&settings, &args.listen).await,
        Commands::Demo(args) => demo::run(args, cli.json).await,
        Commands::Import(args) => import::run(&settings, args).await,
        Commands::Report(args) => record::report(&settings, args).await,
        Commands::Export(args) => record::export(&settings, args).await,
        Commands::Verify(args) => record::verify(&settings, args).await,
        Commands::Log(args) => record::log(&settings, args).await,
        Commands::Erase(args) => store::erase(&settings, args).await,
        Commands::Backup(args) => store::backup(&settings, args).await,
        Commands::Restore(args) => store::restore(&settings, args).await,
        Commands::Token(args) => store::token(&settings, args).await,
        Commands::Act(args) => store::act(&settings, args).await,
    }
}

/// Opens the store.
async fn open(settings: &Settings) -> anyhow::Result<Store> {
    Ok(Store::open(&settings.addresses, Clock::System).await?)
}
