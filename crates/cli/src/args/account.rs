//! The command line of accounts, in words.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum AccountCommands {
    /// Invite a person of the register: they set up themselves how they sign in.
    ///
    /// The link holds for 72 hours, or until they have. An invitation that was made before holds no longer.
    #[command(
        after_help = "Examples:\n  assize account invite \"Ines Brandt\"\n  assize account invite ines@example.com --at https://audits.example.com\n  assize account invite \"Ines Brandt\" --mail"
    )]
    Invite {
        /// Who: a person's id, address of mail, or name.
        who: String,
        /// Where the server is reached [default: public_url, or http:// and the address to listen on].
        #[arg(long, value_name = "URL")]
        at: Option<String>,
        /// Send the link by mail to the address in the register, and do not print it. A running server sends it.
        #[arg(long)]
        mail: bool,
    },
    /// List accounts: their state, by what they sign in, and when they did last.
    #[command(after_help = "Example: assize account list")]
    List,
    /// Lock an account: nobody signs in to it any more, and its sessions end.
    #[command(after_help = "Example: assize account lock \"Ines Brandt\"")]
    Lock {
        /// Who: a person's id, address of mail, or name.
        who: String,
    },
    /// Unlock an account.
    #[command(after_help = "Example: assize account unlock \"Ines Brandt\"")]
    Unlock {
        /// Who: a person's id, address of mail, or name.
        who: String,
    },
    /// Take everything away by which somebody signs in, as when it is lost or stolen. See first that it is they who ask; then invite them again.
    #[command(after_help = "Example: assize account reset \"Ines Brandt\"")]
    Reset {
        /// Who: a person's id, address of mail, or name.
        who: String,
    },
}
