//! What can go wrong with a store that is no refusal of the law.

use assize_domain::kernel::datum::Corrupt;

use crate::whole::ImportProblem;

/// A fault of ours, of the database, of the disk. Never an answer of the law.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address of the store or its evidence cannot be understood.
    #[error("`{address}` is not an address of a store: {why}")]
    Address {
        /// The address as given, without a password in it.
        address: String,
        /// Why.
        why: String,
    },
    /// There is a store already where one was to be made.
    #[error("there is a store at `{0}` already")]
    Exists(String),
    /// There is no store where one was to be opened.
    #[error("there is no store at `{0}`")]
    Missing(String),
    /// What is to be withheld from a dossier is not there, or would be shown all the same; every problem.
    #[error("nothing was written, since this would not have been withheld:\n{}", .0.join("\n"))]
    Withhold(Vec<String>),
    /// The database failed.
    #[error("the database failed while {doing}")]
    Database {
        /// What was being done.
        doing: &'static str,
        /// The database's own words.
        #[source]
        source: sqlx::Error,
    },
    /// The store was made by an earlier version, and is read as it is.
    #[error(
        "the store at `{0}` is of an earlier version of Assize: whatever acts in it brings it to this one, such as `assize log publish` (on a copy, where the store is to stay as it is)"
    )]
    Older(String),
    /// The store was made or brought further by a later version.
    #[error("the store at `{0}` is of a later version of Assize: use that version, or a later one")]
    Newer(String),
    /// A database that is to be read alone needs files beside it that cannot be made.
    #[error(
        "`{0}` has a write-ahead log beside it, in which changes may stand alone, and its folder cannot be written to: copy the database with the files beside it to a folder that can"
    )]
    NeedsItsFolder(String),
    /// The tables could not be changed.
    #[error("the store's tables could not be brought to this version")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The place of evidence or of the log failed.
    #[error("storage failed while {doing}")]
    Objects {
        /// What was being done.
        doing: &'static str,
        /// The storage's own words.
        #[source]
        source: object_store::Error,
    },
    /// A file failed.
    #[error("a file failed while {doing}")]
    File {
        /// What was being done.
        doing: &'static str,
        /// The system's own words.
        #[source]
        source: std::io::Error,
    },
    /// What is stored is not what the law could have produced.
    #[error("the store is corrupt: {0}")]
    Corrupt(#[from] Corrupt),
    /// The log cannot be continued.
    #[error("the log cannot be continued: {0}")]
    Log(String),
    /// Acts were written, and the answer to it was lost; whether they came about could not be found out.
    #[error(
        "whether the act came about is not known: the database's answer was lost, and it could not be asked again"
    )]
    Unknown,
    /// The writer is gone.
    #[error("the store is closed")]
    Closed,
    /// A file is kept encrypted, or is to be, and the key for it is not at hand.
    #[error("evidence is kept encrypted with the key `{wanted}`, {}: give it with evidence_key_file or ASSIZE_EVIDENCE_KEY", not_given(.given.as_deref()))]
    EvidenceKey {
        /// The name of the key that is needed.
        wanted: String,
        /// The names of those that were given, where some were.
        given: Option<String>,
    },
    /// An encrypted file is not what it was, or its key is not.
    #[error("the encrypted file of {sha256} does not open: {what}")]
    Sealed {
        /// The digest of the file.
        sha256: String,
        /// What is wrong.
        what: &'static str,
    },
    /// An export is not what a store has written; every problem, as far as [`crate::IMPORT_PROBLEMS_MAX`].
    #[error("nothing was taken in, since the export is not what a store has written:\n{}", problems(.0))]
    Import(Vec<ImportProblem>),
    /// An export was being taken in, and was not wholly.
    #[error(
        "the store at `{0}` is not whole: an export was being imported into it; give `assize import store` again, and it goes on"
    )]
    Unfinished(String),
    /// A field file is not taken.
    #[error("the field file is not taken: {0}")]
    Field(#[from] crate::field::FieldBad),
    /// The store is being moved, or was, and takes no act.
    #[error("the store takes no act: {0}")]
    Fenced(String),
    /// What was asked of the registry of an installation cannot be.
    #[error("{0}")]
    Organization(String),
    /// A limit of this program.
    #[error("{0}")]
    Limit(String),
    /// No randomness could be had.
    #[error("the system gave no random bytes")]
    Random,
}

/// What a database says while it cannot do what is asked and may soon: it starts or ends, it lost or ended the connection, it has no room, others
/// were in the way. Classes of PostgreSQL's codes.
const PASSING: [&str; 6] = ["08", "25P03", "40", "53", "55P03", "57P"];
/// The length of PostgreSQL's codes; SQLite's are numbers, and shorter.
const CODE_BYTES: usize = 5;

impl StoreError {
    /// Whether it may pass by itself: the database or the place of evidence cannot be reached, or has too much to do.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Database { source: sqlx::Error::Database(said), .. } => said.code().is_some_and(|code| {
                code.len() == CODE_BYTES && PASSING.iter().any(|class| code.starts_with(class))
            }),
            Self::Database { source, .. } => matches!(
                source,
                sqlx::Error::Io(_)
                    | sqlx::Error::Tls(_)
                    | sqlx::Error::PoolTimedOut
                    | sqlx::Error::PoolClosed
                    | sqlx::Error::WorkerCrashed
            ),
            Self::Unknown => true,
            Self::Objects { source, .. } => matches!(source, object_store::Error::Generic { .. }),
            _ => false,
        }
    }

    pub(crate) fn database(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Self {
        move |source| Self::Database { doing, source }
    }

    pub(crate) fn objects(doing: &'static str) -> impl FnOnce(object_store::Error) -> Self {
        move |source| Self::Objects { doing, source }
    }

    pub(crate) fn file(doing: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::File { doing, source }
    }
}

fn problems(all: &[ImportProblem]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn not_given(given: Option<&str>) -> String {
    given.map_or_else(
        || "and no key was given".to_owned(),
        |given| format!("and the keys given are others ({given})"),
    )
}
