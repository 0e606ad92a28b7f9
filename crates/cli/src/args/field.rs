//! The command line of the field, in words.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum FieldCommands {
    /// Lend an audit: write it to one encrypted file, which is opened on a laptop without server or network.
    ///
    /// The loan is an act of the record. It is encrypted to a passphrase (`--passphrase-file`, or ASSIZE_FIELD_PASSPHRASE) or to a recipient of
    /// age (`--to`).
    #[command(
        after_help = "Example: assize field out 01890a5d-ac96-774b-bcce-b302099a8057 --for \"Ada Lind\" --to age1... -o fernhill.assize-field"
    )]
    Out {
        /// The audit: its id.
        audit: String,
        /// To whom it is lent: a person's id, address of mail, or name. Somebody of the team who audits.
        #[arg(long = "for", value_name = "WHO")]
        borrower: String,
        /// The file to write. One that is there is not overwritten.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// A recipient of age, `age1...`.
        #[arg(long, value_name = "RECIPIENT", conflicts_with = "passphrase_file")]
        to: Option<String>,
        /// A file with the passphrase in its first line.
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
        /// A working paper that they take to work on, by its id; several times. Without it, those that are theirs or nobody's.
        #[arg(long, value_name = "ID")]
        paper: Vec<String>,
        /// Take no files along.
        #[arg(long, conflicts_with = "file")]
        no_files: bool,
        /// A file of evidence to take along, by the evidence's id; several times. Without it, all that they may open.
        #[arg(long, value_name = "ID")]
        file: Vec<String>,
        /// The id of the person on whose behalf [default: the borrower].
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
    /// Open a field file: serve the whole application for its audit to this machine alone.
    ///
    /// The page asks for the passphrase, or for the key. What is done is written beside the file, encrypted.
    #[command(after_help = "Example: assize field open fernhill.assize-field")]
    Open {
        /// The field file.
        field: PathBuf,
        /// The address to listen on, of this machine.
        #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:27010")]
        listen: String,
        /// After how many minutes without use it is locked.
        #[arg(long, value_name = "MINUTES", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=240))]
        lock_after: u16,
    },
    /// Write the file that goes home: everything that was done in the field, for the house alone.
    #[command(
        after_help = "Example: assize field home fernhill.assize-field --key-file key.txt -o fernhill.assize-home"
    )]
    Home {
        /// The field file. It must not be open.
        field: PathBuf,
        /// The file to write. One that is there is not overwritten.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// A file with the identity of age that the field file is encrypted to.
        #[arg(long, value_name = "FILE", conflicts_with = "passphrase_file")]
        key_file: Option<PathBuf>,
        /// A file with the passphrase in its first line.
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },
    /// Take in what came home: each act is carried out once, or waits for a decision.
    #[command(after_help = "Example: assize field in fernhill.assize-home")]
    In {
        /// The file that came home.
        home: PathBuf,
        /// The id of the person on whose behalf [default: the borrower].
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
}
