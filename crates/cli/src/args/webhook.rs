//! The command line of webhooks, in words.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum WebhookCommands {
    /// Make an endpoint, which is told of what happens from now on. Its secret is printed this once.
    #[command(
        after_help = "Examples:\n  assize webhook new https://hooks.example.com/assize --label tickets\n  assize webhook new https://hooks.example.com/assize --label tickets --kind finding.raised --kind \"report.*\" --audit 0198..."
    )]
    New(WebhookNewArgs),
    /// List the endpoints and how they do.
    #[command(after_help = "Example: assize webhook list --json")]
    List,
    /// List what an endpoint was told of and what it answered, the youngest first.
    #[command(after_help = "Example: assize webhook deliveries 2f6c9b1e0a4d7788")]
    Deliveries {
        /// The endpoint's id.
        id: String,
    },
    /// Give an endpoint a new secret, printed this once. The one before signs too for a day.
    #[command(after_help = "Example: assize webhook renew 2f6c9b1e0a4d7788")]
    Renew {
        /// The endpoint's id.
        id: String,
    },
    /// Tell an endpoint again: of one message, or of everything since a time.
    #[command(
        after_help = "Examples:\n  assize webhook replay 2f6c9b1e0a4d7788 --since 2026-09-15T00:00:00Z\n  assize webhook replay 2f6c9b1e0a4d7788 --message msg_2f6c9b1e0a4d77882f6c9b1e0a4d7788"
    )]
    Replay {
        /// The endpoint's id.
        id: String,
        /// A time in UTC.
        #[arg(long, value_name = "TIME", required_unless_present = "message", conflicts_with = "message")]
        since: Option<String>,
        /// The id of a message.
        #[arg(long, value_name = "ID")]
        message: Option<String>,
    },
    /// Enable an endpoint that was disabled. What waits is sent.
    #[command(after_help = "Example: assize webhook enable 2f6c9b1e0a4d7788")]
    Enable {
        /// The endpoint's id.
        id: String,
    },
    /// Remove an endpoint.
    #[command(after_help = "Example: assize webhook remove 2f6c9b1e0a4d7788")]
    Remove {
        /// The endpoint's id.
        id: String,
    },
}

#[derive(Args, Debug)]
pub(crate) struct WebhookNewArgs {
    /// Its address; `https://`, and public unless `webhook_networks` names its network.
    pub(crate) url: String,
    /// What it is for.
    #[arg(long)]
    pub(crate) label: String,
    /// A kind of event as the journal names it, or the beginning of some with `*`; may be given several times [default: all].
    #[arg(long = "kind", value_name = "KIND")]
    pub(crate) kinds: Vec<String>,
    /// The one audit it is told of, by its id [default: all].
    #[arg(long, value_name = "ID")]
    pub(crate) audit: Option<String>,
    /// What it is told: `ids`, or `fields` where `webhook_content` allows that.
    #[arg(long, default_value = "ids", value_parser = ["ids", "fields"])]
    pub(crate) content: String,
}
