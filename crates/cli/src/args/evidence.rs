//! The command line about evidence that is kept encrypted.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum EvidenceCommands {
    /// Say how files are kept: how many are encrypted, and with which key.
    #[command(after_help = "Example: assize evidence show")]
    Show,
    /// Encrypt every file that is kept as it is, and whatever comes in from now on.
    ///
    /// It can be interrupted, and goes on when it is given again. The journal says of each record where its encrypted file is.
    #[command(after_help = "Example: assize evidence encrypt --make-key")]
    Encrypt {
        /// Make the key where there is none yet.
        #[arg(long)]
        make_key: bool,
    },
    /// Change the master key: the key of each file is wrapped anew; the files are not touched.
    ///
    /// A new key is made and put first in the key's file; the one before stays there until --retire. It can be interrupted, and goes on when
    /// it is given again. A server that runs meanwhile reads the file again by itself.
    #[command(
        after_help = "Examples:\n  assize evidence rotate\n  assize evidence rotate --retire\nWith ASSIZE_EVIDENCE_KEY: put the new key before the old one, parted by a comma, and rotate."
    )]
    Rotate {
        /// Make no new key, and take those out of the file that no file needs any more.
        #[arg(long)]
        retire: bool,
    },
}
