//! The command line of the auditee's door, in words.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum DoorCommands {
    /// Open a door for a contact of the auditee: a link that holds until the end of a day, and is posted to them.
    ///
    /// Whoever opens the link is asked for a code, which is sent to the address of the register. A door for the same person that was
    /// made before is closed.
    #[command(
        after_help = "Example: assize door open 01890a5d-ac96-774b-bcce-b302099a8057 \"Cleo Marsh\" --until 2026-12-31"
    )]
    Open {
        /// The audit: its id.
        audit: String,
        /// Who: a person's id, address of mail, or name.
        who: String,
        /// The last day on which the link holds.
        #[arg(long, value_name = "DATE")]
        until: String,
        /// Where the server is reached [default: public_url, or http:// and the address to listen on].
        #[arg(long, value_name = "URL")]
        at: Option<String>,
    },
    /// List the doors to an audit.
    #[command(after_help = "Example: assize door list 01890a5d-ac96-774b-bcce-b302099a8057")]
    List {
        /// The audit: its id.
        audit: String,
    },
    /// Close a door, and end the sessions by it.
    #[command(after_help = "Example: assize door close 5f0c6a7e9b1d2c3a")]
    Close {
        /// The door: its id, as `assize door list` shows it.
        door: String,
    },
    /// Show the code of a letter that waits to be sent, where no mail is set up. Give it to them by a way that only they read.
    #[command(after_help = "Example: assize door code \"Cleo Marsh\"")]
    Code {
        /// Who: a person's id, address of mail, or name.
        who: String,
    },
}
