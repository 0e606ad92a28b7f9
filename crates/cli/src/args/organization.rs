//! The command line of an installation's organizations, in words.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum OrganizationCommands {
    /// Make an organization: its store, its keys, and its place in the registry. Servers that run serve it within seconds.
    ///
    /// Its store stands in a folder of its own, or in a schema of its own where the registry is on PostgreSQL; its keys always in its folder.
    /// Interrupted, the command goes on when it is given again.
    #[command(
        after_help = "Examples:\n  assize organization create fernhill --host audits.fernhill.example --name \"Fernhill Audit Practice\"\n  assize organization create fernhill --host audits.fernhill.example --administrator \"Moira Tandy\" --email moira@fernhill.example --encrypt-evidence\nBring the new keys to where every server finds them, and keep a copy elsewhere."
    )]
    Create(OrganizationCreateArgs),
    /// List the organizations: name, state, hosts, and where their stores are. Nothing of what is in them is read.
    #[command(after_help = "Example: assize organization list --json")]
    List,
    /// Serve an organization at one more host, or no more at one.
    #[command(
        group(ArgGroup::new("change").required(true).multiple(true).args(["add", "remove"])),
        after_help = "Examples:\n  assize organization host fernhill --add audits.fernhill.example\n  assize organization host fernhill --remove old.fernhill.example"
    )]
    Host {
        /// Its name.
        name: String,
        /// The host to add.
        #[arg(long, value_name = "HOST")]
        add: Option<String>,
        /// The host to take away.
        #[arg(long, value_name = "HOST")]
        remove: Option<String>,
    },
    /// Move an organization to another database, and its files where that is said. It can be read meanwhile, and takes no act.
    ///
    /// Everything goes out as it does in an export and in through the law again, and is verified before anybody is served from there. Where it
    /// stood is kept, and takes no act any more, until it is forgotten. Interrupted, the command goes on when it is given again.
    #[command(
        after_help = "Examples:\n  assize organization move fernhill --to \"postgres://assize@db-2.example/assize?schema=org_fernhill\"\n  assize organization move fernhill --give-up\n  assize organization move fernhill --forget"
    )]
    Move(OrganizationMoveArgs),
    /// Write the whole store of an organization, as `assize export store` does.
    #[command(after_help = "Example: assize organization export fernhill -o fernhill.zip")]
    Export {
        /// Its name.
        name: String,
        /// The folder, or the file that ends in `.zip`.
        #[arg(short, long, value_name = "FOLDER|FILE")]
        output: PathBuf,
    },
    /// Serve an organization no more. Its store and keys are kept.
    #[command(after_help = "Example: assize organization close fernhill")]
    Close {
        /// Its name.
        name: String,
    },
    /// Serve an organization again that was closed.
    #[command(after_help = "Example: assize organization open fernhill")]
    Open {
        /// Its name.
        name: String,
    },
    /// Remove the store of a closed organization for good: database, evidence, log. Its keys stay in its folder.
    ///
    /// There is no way back but a backup or an export.
    #[command(after_help = "Example: assize organization remove fernhill --confirm fernhill")]
    Remove {
        /// Its name.
        name: String,
        /// Its name once more.
        #[arg(long, value_name = "NAME")]
        confirm: String,
    },
}

#[derive(Args, Debug)]
pub(crate) struct OrganizationCreateArgs {
    /// Its name in the installation: lower-case letters, digits and hyphens.
    pub(crate) name: String,
    /// A host that it is served at; the first is the one that it calls itself by.
    #[arg(long, value_name = "HOST", required = true)]
    pub(crate) host: Vec<String>,
    /// The name of the auditing organization [default: its name in the installation].
    #[arg(long = "name", value_name = "NAME")]
    pub(crate) full_name: Option<String>,
    /// Where its database is to be, instead of beside the others. A relative path, here and below, is taken from the folder of the registry's file.
    #[arg(long, value_name = "URL")]
    pub(crate) at: Option<String>,
    /// Where its evidence is to be.
    #[arg(long, value_name = "PLACE")]
    pub(crate) evidence_at: Option<String>,
    /// Where its log is to be published.
    #[arg(long, value_name = "PLACE")]
    pub(crate) log_at: Option<String>,
    /// The name of its first administrator, who is registered and invited.
    #[arg(long, value_name = "NAME")]
    pub(crate) administrator: Option<String>,
    /// Their mail address.
    #[arg(long, value_name = "ADDRESS", requires = "administrator")]
    pub(crate) email: Option<String>,
    /// Encrypt its evidence where it is kept, with a key of its own.
    #[arg(long)]
    pub(crate) encrypt_evidence: bool,
}

#[derive(Args, Debug)]
#[command(group(ArgGroup::new("way").required(true).args(["to", "give_up", "forget"])))]
pub(crate) struct OrganizationMoveArgs {
    /// Its name.
    pub(crate) name: String,
    /// The database to move to. A relative path, here and below, is taken from the folder of the registry's file.
    #[arg(long, value_name = "URL")]
    pub(crate) to: Option<String>,
    /// Where its evidence is to be [default: where it is].
    #[arg(long, value_name = "PLACE", requires = "to")]
    pub(crate) evidence_to: Option<String>,
    /// Where its log is to be published [default: where it is].
    #[arg(long, value_name = "PLACE", requires = "to")]
    pub(crate) log_to: Option<String>,
    /// Serve it again from where it stands, and leave what was made elsewhere as it is.
    #[arg(long)]
    pub(crate) give_up: bool,
    /// Remove what is kept of where it stood before it was moved.
    #[arg(long)]
    pub(crate) forget: bool,
}
