//! The command line of mail, in words.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum MailCommands {
    /// Send a test letter now, past the queue, and say what the mail server answers.
    #[command(after_help = "Example: assize mail test ada@example.com")]
    Test {
        /// The address it goes to.
        address: String,
    },
    /// List letters: what waits, what was sent, what was given up and why. What they say is not shown.
    #[command(after_help = "Examples:\n  assize mail list --state given_up\n  assize mail list --json")]
    List {
        /// Those of a state alone.
        #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(assize_store::LetterState::WORDS.iter().copied()))]
        state: Option<String>,
    },
    /// Have a letter tried again that waits or was given up. A running server sends it.
    #[command(after_help = "Example: assize mail retry 2f6c9b1e0a4d77882f6c9b1e0a4d7788")]
    Retry {
        /// Its id.
        id: String,
    },
}
