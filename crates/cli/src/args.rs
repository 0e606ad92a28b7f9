//! The command line, in words.

mod access;
mod account;
mod again;
mod catalogue;
mod door;
mod evidence;
mod field;
mod letterhead;
mod mail;
mod organization;
mod table;
mod template;
mod webhook;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub(crate) use self::access::{AccessCommands, AccessGrantArgs};
pub(crate) use self::account::AccountCommands;
pub(crate) use self::catalogue::{CatalogueCommands, CheckArgs, ExportFormat, ImportArgs, ImportFormat};
pub(crate) use self::door::DoorCommands;
pub(crate) use self::evidence::EvidenceCommands;
pub(crate) use self::field::FieldCommands;
pub(crate) use self::letterhead::LetterheadArgs;
pub(crate) use self::mail::MailCommands;
pub(crate) use self::organization::{OrganizationCommands, OrganizationCreateArgs, OrganizationMoveArgs};
pub(crate) use self::table::TableArgs;
pub(crate) use self::template::TemplateCommands;
pub(crate) use self::webhook::{WebhookCommands, WebhookNewArgs};

use crate::commands::method::MethodArgs;

/// Audits of information security management systems, from the audit programme to the closed nonconformity.
#[derive(Debug, Parser)]
#[command(name = "assize", version, max_term_width = 100, arg_required_else_help = true)]
#[command(
    after_help = "Begin with `assize demo`: it makes an auditing organization in ./assize-demo and carries a whole audit through it."
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    /// Print one JSON object instead of words.
    #[arg(long, global = true, help_heading = "Options")]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Commands,
}

/// Where the store is. Each can stand in the configuration file (`store = "..."`) or the environment (`ASSIZE_STORE`) too;
/// a flag wins over the environment, that over the file.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Where the store is")]
pub(crate) struct PlaceArgs {
    /// The database: `sqlite:PATH` or `postgres://USER@HOST/NAME` [default: sqlite:assize.db].
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) store: Option<String>,
    /// Evidence and reports: a folder, or `s3://BUCKET/PREFIX` [default: evidence, beside an SQLite file].
    #[arg(long, global = true, value_name = "PLACE")]
    pub(crate) evidence: Option<String>,
    /// The published log: a folder, or `s3://BUCKET/PREFIX` [default: log, beside an SQLite file].
    #[arg(long, global = true, value_name = "PLACE")]
    pub(crate) log: Option<String>,
    /// The file of the key that signs the log [default: log.key, beside an SQLite file].
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
    /// The configuration file [default: assize.toml, where there is one].
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The registry of an installation of many organizations: `sqlite:PATH` or `postgres://USER@HOST/NAME`.
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) installation: Option<String>,
    /// The organization of the installation that a command is about, by its name there.
    #[arg(long, global = true, value_name = "NAME", conflicts_with_all = ["store", "evidence", "log", "key_file"])]
    pub(crate) organization: Option<String>,
}

impl PlaceArgs {
    /// Whether any of them is given.
    pub(crate) const fn is_given(&self) -> bool {
        self.store.is_some()
            || self.evidence.is_some()
            || self.log.is_some()
            || self.key_file.is_some()
            || self.config.is_some()
            || self.installation.is_some()
            || self.organization.is_some()
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Commands {
    /// Make a store for an auditing organization, and the key that signs its log.
    ///
    /// It prints a link by which somebody gets in first: the administrator that is named, or the operator. There is no password
    /// from the factory.
    #[command(
        after_help = "Examples:\n  assize init --name \"Fernhill Audit Practice\"\n  assize init --name \"Fernhill Audit Practice\" --administrator \"Moira Tandy\" --email moira@fernhill.example"
    )]
    Init(InitArgs),
    /// Serve the pages and the JSON API until the process is told to end (SIGTERM, Ctrl-C).
    ///
    /// With --installation, all organizations of an installation, each at its hosts.
    #[command(
        after_help = "Examples:\n  assize serve --listen 127.0.0.1:27007\n  assize serve --installation postgres://assize@db.example/assize\nSign in to it: assize link --for NAME\nA token for its API: assize token new --label laptop"
    )]
    Serve(ServeArgs),
    /// Make a demonstration: a whole internal audit of an invented company, with its report and its dossier.
    #[command(
        after_help = "Examples:\n  assize demo\n  assize demo --no-serve --dir /tmp/demo\n  assize demo --documents ./our-policies"
    )]
    Demo(DemoArgs),
    /// Take in documents, a Statement of Applicability, the audit tests of the catalogue, or a whole store.
    #[command(subcommand)]
    Import(ImportCommands),
    /// Criteria and audit tests: check them, bring your own, take ours out.
    #[command(subcommand)]
    Catalogue(CatalogueCommands),
    /// Write an audit report, or a review of documents, as PDF; or issue a report.
    ///
    /// A report that was issued is written as it was issued, byte for byte; before that it is marked as a draft.
    #[command(
        after_help = "Examples:\n  assize report 0198... -o report.pdf\n  assize report 0198... --review -o review.pdf\n  assize report issue 0198... --as 0198..."
    )]
    Report(ReportArgs),
    /// Show or set what documents look like: logo, accent colour, address and footer of the organization.
    #[command(
        after_help = "Examples:\n  assize letterhead\n  assize letterhead --logo logo.svg --accent \"#1f4e5f\"\n  assize letterhead --no-logo --footer \"\""
    )]
    Letterhead(LetterheadArgs),
    /// Look at, adopt and explain Word files of the organization as templates of documents.
    #[command(
        subcommand,
        after_help = "Examples:\n  assize template names --kind plan\n  assize template check plan.docx --kind plan\n  assize template adopt plan.docx --kind plan --name \"House plan\""
    )]
    Template(TemplateCommands),
    /// Write the dossier of an audit, a file that proves itself; documents; files for other programs; tables; the whole store.
    #[command(subcommand)]
    Export(ExportCommands),
    /// Verify a store, or a dossier with no store at hand.
    ///
    /// The answer is 0 where everything holds, 1 where something does not, 2 where it could not be checked.
    #[command(
        after_help = "Examples:\n  assize verify --key \"$(cat key-from-the-auditor)\" dossier.zip\n  assize verify --store sqlite:assize.db --since checkpoint-of-last-year"
    )]
    Verify(VerifyArgs),
    /// Publish the log, print its key, prove that an entry is in it.
    #[command(subcommand)]
    Log(LogCommands),
    /// Encrypt the files of evidence and reports where they are kept, and change the key.
    #[command(subcommand)]
    Evidence(EvidenceCommands),
    /// Many auditing organizations on one installation: make, list, move, export, close and remove them.
    ///
    /// Which there are stands in a registry (--installation, or ASSIZE_INSTALLATION). Any other command is about one of them with
    /// --organization NAME.
    #[command(subcommand)]
    Organization(OrganizationCommands),
    /// Work in the field: lend an audit as one encrypted file, open it without server or network, take in what comes home.
    #[command(subcommand)]
    Field(FieldCommands),
    /// Look at an installation and say what to do: versions, clocks, keys, room, what waits, backup, server. Nothing is changed.
    ///
    /// The answer is 0 where nothing is bad, 1 where something is, 2 where it could not be looked at.
    ///
    /// With --installation, the registry and each of its organizations; with --organization NAME besides, one of them.
    #[command(
        after_help = "Examples:\n  assize doctor\n  assize doctor --json\n  assize doctor --installation sqlite:installation.db"
    )]
    Doctor,
    /// Erase an audit, a person or a piece of evidence, where the law lets you.
    #[command(
        after_help = "Example: assize erase audit 0198... --authority \"Data protection officer\" --reason \"Retention is over\""
    )]
    Erase(EraseArgs),
    /// Write a backup, while others go on working.
    #[command(
        after_help = "Example: assize backup -o monday.zip\nThe signing key is not in it: keep that elsewhere."
    )]
    Backup(OutArgs),
    /// Make a store anew from a backup.
    #[command(
        after_help = "Examples:\n  assize restore monday.zip --store sqlite:again.db --evidence again/evidence --log log\n  assize restore monday.zip --store sqlite:again.db --log again/log --key-file again.key --new-origin example.com/again --old-log log\nPoint --log at the log that was published: nothing is signed that does not go on from it.\nWhat was erased since the backup is erased again, by the list beside the published log."
    )]
    Restore(RestoreArgs),
    /// Make a link that signs somebody in to the pages, once.
    ///
    /// Without --for it is the operator's own: the way into a store where nobody is registered yet.
    #[command(
        after_help = "Examples:\n  assize link --for \"Ines Brandt\"\n  assize link --for ines@example.com --at https://audits.example.com"
    )]
    Link(LinkArgs),
    /// Show the rights of a person and why they have them, give rights and withdraw them.
    #[command(subcommand)]
    Access(AccessCommands),
    /// Accounts: invite people, list, lock, unlock and reset how they sign in.
    #[command(subcommand)]
    Account(AccountCommands),
    /// The auditee's door: open a way in to one audit for a contact without an account, list, close.
    #[command(subcommand)]
    Door(DoorCommands),
    /// Mail: try whether it arrives, list what waits and what failed, try again.
    ///
    /// It is set up in assize.toml or the environment: smtp_url (smtps://USER@HOST, or smtp://, then with STARTTLS), smtp_password_file or
    /// ASSIZE_SMTP_PASSWORD, mail_from, and mail_content (nothing, or names). Without smtp_url nothing leaves.
    #[command(subcommand)]
    Mail(MailCommands),
    /// Webhooks: have others told of what happens, list what they were told, tell them again.
    ///
    /// A running server tells them, after the Standard Webhooks. Endpoints of the operator are told of everything; those that somebody makes on
    /// the pages or by the API, of what that person may see.
    #[command(subcommand)]
    Webhook(WebhookCommands),
    /// Make, list and revoke tokens of the API.
    #[command(subcommand)]
    Token(TokenCommands),
    /// Carry out one of the auditor's methods: audit time, sampling, assignment. The working is shown, and recorded where you say.
    #[command(subcommand)]
    Method(MethodArgs),
    /// Draw samples for an audit by lot: the population is declared, the seed made, the sample drawn. Anybody can redo it.
    #[command(subcommand)]
    Draw(DrawCommands),
    /// Give any command of the law, as the store's operator.
    #[command(
        after_help = "Examples:\n  assize act --list\n  assize act --batch commands.jsonl --json\n  echo '{\"name\": \"Ada\", \"employer\": \"Us\", \"languages\": [\"en\"], \"zone\": \"UTC\"}' | assize act person.register"
    )]
    Act(ActArgs),
    /// Show records: one by its id, or those of a kind.
    #[command(
        after_help = "Examples:\n  assize show audit\n  assize show finding 0198...\n  assize show paper --link audit=0198... --json"
    )]
    Show(ShowArgs),
}

#[derive(Args, Debug)]
pub(crate) struct InitArgs {
    /// The name of the auditing organization.
    #[arg(long)]
    pub(crate) name: String,
    /// The name of the log: a URL without its scheme [default: made from the organization's name].
    #[arg(long)]
    pub(crate) origin: Option<String>,
    /// The name of the first administrator, who is registered and invited.
    #[arg(long, value_name = "NAME")]
    pub(crate) administrator: Option<String>,
    /// Their mail address.
    #[arg(long, value_name = "ADDRESS", requires = "administrator")]
    pub(crate) email: Option<String>,
    /// Encrypt evidence and reports where they are kept, and make the key: evidence.key beside an SQLite file, or the file that
    /// `evidence_key_file` names. Whoever loses that key has lost the files.
    #[arg(long)]
    pub(crate) encrypt_evidence: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ServeArgs {
    /// Address and port; port 0 takes a free one [default: 127.0.0.1:27007].
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct DemoArgs {
    /// Where it is made; a store that is there already is never overwritten.
    #[arg(long, default_value = "assize-demo")]
    pub(crate) dir: PathBuf,
    /// Stop when it is made, and serve nothing.
    #[arg(long)]
    pub(crate) no_serve: bool,
    /// Review the documents of this folder instead: what the criteria demand is looked up among them.
    #[arg(long, value_name = "DIR")]
    pub(crate) documents: Option<PathBuf>,
    /// Address and port; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:27007")]
    pub(crate) listen: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportCommands {
    /// Take in a folder of documents as evidence of an audit.
    ///
    /// Every file is kept under its hash and its path, and its text read by a confined worker; what cannot be read is
    /// listed with the reason. Links are not followed. Giving the command again takes in what is new.
    #[command(
        after_help = "Example: assize import documents ./from-the-auditee --audit 0198... --as 0198..."
    )]
    Documents {
        /// The folder.
        folder: PathBuf,
        /// The audit's id.
        #[arg(long, value_name = "ID")]
        audit: String,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
    /// Take in a version of a Statement of Applicability from XLSX or CSV.
    #[command(
        after_help = "Example: assize import soa soa.xlsx --auditee 0198... --label 5.2 --dated 2026-05-20"
    )]
    Soa {
        /// The file.
        file: PathBuf,
        /// The auditee's id.
        #[arg(long, value_name = "ID")]
        auditee: String,
        /// What the auditee calls the version.
        #[arg(long)]
        label: String,
        /// Its date, like 2026-05-20.
        #[arg(long, value_name = "DATE")]
        dated: String,
        /// The evidence that is the same file.
        #[arg(long, value_name = "ID")]
        source: Option<String>,
        /// The set that its controls come from.
        #[arg(long, default_value = "ISO/IEC 27001:2022+A1:2024")]
        criteria: String,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
    /// Take in a table that was taken out and edited, or a list of people or of an auditee's units and sites.
    ///
    /// What differs becomes ordinary commands, all of them in one act, or nothing. Look first, with --dry-run.
    #[command(
        after_help = "Examples:\n  assize import table audit.xlsx --audit 0198... --as 0198... --dry-run\n  assize import table schedule.xlsx --programme 0198... --reason \"The client moved\" --as 0198...\n  assize import table statement.xlsx --statement 0198... --label 5.3 --dated 2026-06-01\n  assize import table auditors.csv --people --employer \"Fernhill Audit Practice\" --zone Europe/Vienna\n  assize import table sites.xlsx --auditee 0198..."
    )]
    Table(TableArgs),
    /// Take in on which days somebody is busy, from their calendar (.ics), as absences. Nothing else of it is read.
    #[command(after_help = "Example: assize import calendar busy.ics --person 0198... --dry-run")]
    Calendar {
        /// The file.
        file: PathBuf,
        /// The id of the person whose calendar it is.
        #[arg(long, value_name = "ID")]
        person: String,
        /// Show what would change, and take nothing.
        #[arg(long)]
        dry_run: bool,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        behalf: Option<String>,
    },
    /// Take in claims of others: a checklist that was answered, a register of findings, OSCAL results. The file is kept as evidence.
    #[command(
        after_help = "Example: assize import claims self-assessment.xlsx --audit 0198... --title \"Self-assessment\" --source \"The auditee\" --as 0198... --dry-run"
    )]
    Claims {
        /// The file.
        file: PathBuf,
        /// The audit's id.
        #[arg(long, value_name = "ID")]
        audit: String,
        /// What the set is.
        #[arg(long, required_unless_present = "dry_run", default_value = "")]
        title: String,
        /// Who says it.
        #[arg(long, required_unless_present = "dry_run", default_value = "")]
        source: String,
        /// How sensitive the file is, as evidence.
        #[arg(long, default_value = "internal")]
        classification: String,
        /// Show what is in the file, and take nothing.
        #[arg(long)]
        dry_run: bool,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
    /// Make a store of what `assize export store` wrote, on whatever database --store names.
    ///
    /// It is looked through first, and every problem named at its file and line; nothing is made of an export with a problem. Every entry
    /// goes through the law again, every record and file is compared. Interrupted, it goes on when it is given again.
    #[command(
        after_help = "Examples:\n  assize import store everything.zip --check\n  assize import store everything --store postgres://assize@db.example/assize --evidence evidence --log log\nThe keys are not in it: bring log.key, secret.key and evidence.key along."
    )]
    Store {
        /// The folder or the zip file.
        from: PathBuf,
        /// Look it through, and make nothing.
        #[arg(long)]
        check: bool,
    },
    /// Adopt the audit tests, mappings and trails of the built-in catalogue. Those that were adopted before are left as they are.
    #[command(after_help = "Example: assize import tests")]
    Tests,
}

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct ReportArgs {
    #[command(subcommand)]
    pub(crate) command: Option<ReportCommands>,
    #[command(flatten)]
    pub(crate) written: Option<WrittenArgs>,
}

#[derive(Args, Debug)]
pub(crate) struct WrittenArgs {
    /// The id of the report, or of the audit whose latest report it is.
    pub(crate) id: String,
    /// The file to write; one that ends in `.docx` is a Word file to go on editing in.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// As the records stand now, marked as a draft, even where the report was issued.
    #[arg(long, conflicts_with = "review")]
    pub(crate) draft: bool,
    /// The review of the audit's documents instead.
    #[arg(long)]
    pub(crate) review: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ReportCommands {
    /// Issue an approved report: it is rendered now, kept, and never rendered again.
    #[command(after_help = "Example: assize report issue 0198... --as 0198...")]
    Issue {
        /// The report's id.
        report: String,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExportCommands {
    /// Write the dossier of one audit.
    #[command(
        after_help = "Example: assize export audit 0198... -o dossier.zip --withhold note.written:text"
    )]
    Audit {
        /// The audit's id.
        audit: String,
        /// The file to write.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// A field to withhold: KIND:FIELD in all entries of a kind, SEQ:FIELD in one.
        #[arg(long, value_name = "FIELD")]
        withhold: Vec<String>,
        /// Evidence whose file is withheld.
        #[arg(long, value_name = "ID")]
        withhold_evidence: Vec<String>,
    },
    /// Write the whole store as documented JSON Lines and files, for another store or another program.
    ///
    /// It holds the records, the journal with its checkpoint, accounts with hashed secrets, settings, and every file as it is kept; no
    /// session and no key. Whoever has it has all of the record: keep it as you keep the store. `docs/formats.md` describes it.
    #[command(
        after_help = "Examples:\n  assize export store -o everything.zip\n  assize export store -o everything\nA name that ends in `.zip` is a zip file; any other is a folder, which must not be there yet."
    )]
    Store {
        /// The folder, or the file that ends in `.zip`.
        #[arg(short, long, value_name = "FOLDER|FILE")]
        output: PathBuf,
    },
    /// Write every record of a kind as a table: CSV or JSON Lines.
    #[command(
        after_help = "Examples:\n  assize export table finding -o finding.csv\n  assize export table finding_text_requirements -o requirements.jsonl\n  assize export table --list\nA list in a record is a table of its own, whose rows begin with the record's id."
    )]
    Table {
        /// The table: a kind of record, or a list in one.
        #[arg(required_unless_present = "list")]
        name: Option<String>,
        /// The file to write: its ending, `.csv` or `.jsonl`, says how.
        #[arg(short, long, value_name = "FILE", required_unless_present = "list")]
        output: Option<PathBuf>,
        /// List the tables and their columns.
        #[arg(long, conflicts_with_all = ["name", "output"])]
        list: bool,
    },
    /// Write a document of an audit or a person, or a file for another program: PDF, DOCX, OSCAL, XLSX, iCalendar, CSV, JSON Lines.
    #[command(
        after_help = "Examples:\n  assize export file audit 0198... assessment-results.json -o results.json\n  assize export file audit 0198... audit.xlsx -o audit.xlsx --language de\n  assize export file programme 0198... schedule.ics -o schedule.ics\n  assize export file soa 0198... profile.json -o profile.json\n  assize export file audit 0198... plan.docx -o plan.docx\n  assize export file person 0198... profile.pdf -o profile.pdf --language de\n  assize export file organization 00000000-0000-0000-0000-000000000000 competence.xlsx -o competence.xlsx\nA name that is none is answered by those that there are. The dossier, which proves itself, is exported as `audit`."
    )]
    File {
        /// What it is of: `audit`, `programme`, `soa`, `person`, or `organization` for the register of people.
        of: String,
        /// Its id; of the organization, the one that `assize show organization` prints.
        id: String,
        /// The file's name, which says what it is.
        name: String,
        /// The file to write.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// The language of its headings; documents of an audit are in the audit's.
        #[arg(long, value_name = "TAG", default_value = "en")]
        language: String,
    },
}

#[derive(Args, Debug)]
pub(crate) struct VerifyArgs {
    /// A dossier; without one the store is verified.
    pub(crate) dossier: Option<PathBuf>,
    /// The log's key, as it came to you another way: the text, or a file that holds it.
    #[arg(long, value_name = "KEY")]
    pub(crate) key: Option<String>,
    /// A file with an earlier checkpoint, which the log must go on from.
    #[arg(long, value_name = "FILE")]
    pub(crate) since: Option<PathBuf>,
    /// The key of a witness that must have signed a checkpoint; again for each.
    #[arg(long, value_name = "KEY")]
    pub(crate) witness: Vec<String>,
    /// A file with the certificate of the authority that must have timestamped a checkpoint, in PEM.
    #[arg(long, value_name = "FILE")]
    pub(crate) tsa_ca: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LogCommands {
    /// Print the key that verifies the log. Keep it where the store's keepers cannot change it.
    #[command(after_help = "Example: assize log key > key-kept-elsewhere")]
    Key,
    /// Publish what was committed, and print the signed checkpoint.
    #[command(after_help = "Example: assize log publish")]
    Publish,
    /// Print the checkpoint that was published last. Whoever keeps it can see later that nothing before it was rewritten.
    #[command(after_help = "Example: assize log checkpoint > checkpoint-of-this-year")]
    Checkpoint,
    /// Ask the witnesses that are configured to sign the checkpoint that was published last.
    #[command(
        after_help = "Example: assize log witness\nIn assize.toml: witnesses = \"https://witness.example/ witness.example/w+1a2b3c4d+BA...\""
    )]
    Witness,
    /// Have the checkpoint that was published last timestamped by the authority that is configured (RFC 3161).
    #[command(
        after_help = "Example: assize log timestamp\nIn assize.toml: tsa_url = \"http://tsa.example/tsr\""
    )]
    Timestamp,
    /// Prove that an entry is in the log, for the checkpoint that was published last (RFC 6962).
    #[command(after_help = "Example: assize log proof 17 --json")]
    Proof {
        /// The entry's number, from 1.
        #[arg(value_parser = clap::value_parser!(i64).range(1..))]
        seq: i64,
    },
}

#[derive(Args, Debug)]
pub(crate) struct EraseArgs {
    /// What is erased.
    #[arg(value_parser = ["audit", "person", "evidence", "wording"])]
    pub(crate) what: String,
    /// Its id.
    pub(crate) id: String,
    /// On whose authority.
    #[arg(long)]
    pub(crate) authority: String,
    /// Why.
    #[arg(long)]
    pub(crate) reason: String,
    /// The id of the person on whose behalf.
    #[arg(long = "as", value_name = "ID")]
    pub(crate) person: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct LinkArgs {
    /// Who signs in: a person's id, address of mail, or name.
    #[arg(long = "for", value_name = "WHO")]
    pub(crate) person: Option<String>,
    /// Where the server is reached [default: public_url, or http:// and the address to listen on].
    #[arg(long, value_name = "URL")]
    pub(crate) at: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct OutArgs {
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct RestoreArgs {
    /// The backup.
    pub(crate) file: PathBuf,
    /// Begin a new origin, with a key and a log of its own, where the published log has gone on without this backup.
    #[arg(long, value_name = "NAME", requires = "before")]
    pub(crate) new_origin: Option<String>,
    /// With a new origin: the log that was published before. What is listed beside it as erased since the backup is
    /// erased again.
    #[arg(long, value_name = "PLACE", group = "before", requires = "new_origin")]
    pub(crate) old_log: Option<String>,
    /// With a new origin: there is no old log any more. What was erased since the backup comes back; erase it again
    /// yourself.
    #[arg(long, group = "before", requires = "new_origin")]
    pub(crate) old_log_lost: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TokenCommands {
    /// Make a token. Its secret is shown once.
    #[command(after_help = "Example: assize token new --label laptop --for \"Ines Brandt\" --days 30")]
    New {
        /// What it is for.
        #[arg(long)]
        label: String,
        /// Whose it is: a person's id, address of mail, or name; the operator's where nobody is given.
        #[arg(long = "for", value_name = "WHO")]
        person: Option<String>,
        /// For reading alone.
        #[arg(long)]
        read_only: bool,
        /// For how many days it holds, 3650 at most.
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=3650))]
        days: u32,
    },
    /// List tokens, without their secrets.
    #[command(after_help = "Example: assize token list")]
    List,
    /// Revoke a token. Whoever bears it is refused from then on.
    #[command(after_help = "Example: assize token revoke 2f6c9b1e0a4d7788")]
    Revoke {
        /// Its id.
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum DrawCommands {
    /// Read a population from XLSX or CSV and declare it, before there is a seed.
    #[command(
        after_help = "Example: assize draw declare leavers.csv --audit 0198... --key ticket --size 25 --basis \"Sample size for 5 % risk\" --completeness \"Counted against the payroll\" --as 0198..."
    )]
    Declare(DeclareArgs),
    /// Make the seed. It cannot be chosen, and is made once.
    #[command(after_help = "Example: assize draw seed 0198... --as 0198...")]
    Seed {
        /// The draw.
        draw: String,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
    /// Draw with the seed from the declared file, and record the sample.
    #[command(after_help = "Example: assize draw sample 0198... leavers.csv --as 0198...")]
    Sample {
        /// The draw.
        draw: String,
        /// The population's file, the same that was declared.
        file: PathBuf,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
    /// Replace an item that cannot be examined by the next of the draw.
    #[command(
        after_help = "Example: assize draw replace 0198... leavers.csv --item 4711 --reason \"The ticket is lost\" --as 0198..."
    )]
    Replace {
        /// The draw.
        draw: String,
        /// The population's file, the same that was declared.
        file: PathBuf,
        /// The key of the item.
        #[arg(long)]
        item: String,
        /// Why it cannot be examined.
        #[arg(long)]
        reason: String,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
    /// Draw a recorded sample again, and say whether it is the same.
    #[command(after_help = "Example: assize draw redo 0198... leavers.csv")]
    Redo {
        /// The draw.
        draw: String,
        /// The population's file, the same that was declared.
        file: PathBuf,
    },
}

#[derive(Args, Debug)]
pub(crate) struct DeclareArgs {
    /// The population's file: a table in XLSX or CSV whose first row names the columns.
    pub(crate) file: PathBuf,
    /// The audit.
    #[arg(long)]
    pub(crate) audit: String,
    /// The working paper it is for.
    #[arg(long)]
    pub(crate) paper: Option<String>,
    /// What the population is [default: the file's name].
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// The column that names a row.
    #[arg(long)]
    pub(crate) key: String,
    /// The column of values, for `pps`.
    #[arg(long)]
    pub(crate) value: Option<String>,
    /// The column of strata, for `stratified`.
    #[arg(long)]
    pub(crate) stratum: Option<String>,
    /// How is drawn.
    #[arg(long, default_value = "simple", value_parser = ["simple", "systematic", "stratified", "pps"])]
    pub(crate) method: String,
    /// How many items.
    #[arg(long)]
    pub(crate) size: u32,
    /// Why so many: the plan that the size comes from.
    #[arg(long)]
    pub(crate) basis: String,
    /// How its completeness was checked against another source.
    #[arg(long)]
    pub(crate) completeness: String,
    /// The id of the person on whose behalf.
    #[arg(long = "as", value_name = "ID")]
    pub(crate) person: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ActArgs {
    /// The command's name.
    #[arg(required_unless_present_any = ["list", "batch"])]
    pub(crate) name: Option<String>,
    /// The id of the person on whose behalf.
    #[arg(long = "as", value_name = "ID")]
    pub(crate) person: Option<String>,
    /// A file with the command's body as JSON; `-` is standard input, as is no file.
    #[arg(long, value_name = "FILE")]
    pub(crate) body: Option<PathBuf>,
    /// List every command with its fields.
    #[arg(long, conflicts_with = "batch")]
    pub(crate) list: bool,
    /// A file of commands, one JSON object a line: `name`, `body`, and `as` where it is not that of the flag; `-` is
    /// standard input. Each is answered by a line as soon as it is durable; the first that is refused ends it.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["name", "body"])]
    pub(crate) batch: Option<PathBuf>,
    /// With a batch: go on after a command that is refused.
    #[arg(long, requires = "batch")]
    pub(crate) keep_going: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ShowArgs {
    /// The kind of record.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(assize_domain::Kind::WORDS.iter().copied()))]
    pub(crate) kind: String,
    /// Its id; all of the kind where none is given.
    pub(crate) id: Option<String>,
    /// Those alone that point at a record, such as `audit=ID`.
    #[arg(long, value_name = "LINK=ID", conflicts_with = "id")]
    pub(crate) link: Option<String>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn ways_that_exclude_or_replace_each_other_stand_in_the_usage() {
        let usage = |path: [&str; 2]| {
            let mut command = Cli::command();
            command.build();
            let inner =
                path.iter().fold(&mut command, |command, name| command.find_subcommand_mut(name).unwrap());
            inner.render_usage().to_string()
        };
        let host = usage(["organization", "host"]);
        assert!(host.contains("<--add <HOST>|--remove <HOST>>"), "{host}");
        let way = usage(["organization", "move"]);
        assert!(way.contains("<--to <URL>|--give-up|--forget>"), "{way}");
        let cases: [(&[&str], bool); 6] = [
            (&["host", "x"], false),
            (&["host", "x", "--add", "a.example", "--remove", "b.example"], true),
            (&["move", "x"], false),
            (&["move", "x", "--give-up", "--forget"], false),
            (&["move", "x", "--to", "sqlite:x.db", "--forget"], false),
            (&["move", "x", "--to", "sqlite:x.db", "--evidence-to", "e"], true),
        ];
        for (args, is_command) in cases {
            let line = [&["assize", "organization"][..], args].concat();
            assert_eq!(Cli::try_parse_from(line).is_ok(), is_command, "{args:?}");
        }
    }

    #[test]
    fn every_command_teaches_with_an_example() {
        fn check(command: &clap::Command, path: &str) {
            let path = format!("{path} {}", command.get_name());
            assert!(command.get_about().is_some(), "{path} says nothing");
            if command.has_subcommands() {
                command.get_subcommands().for_each(|inner| check(inner, &path));
            }
            if !command.has_subcommands() || command.get_positionals().next().is_some() {
                let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
                assert!(after.contains("assize "), "{path} has no example");
            }
        }
        Cli::command().get_subcommands().for_each(|command| check(command, "assize"));
    }

    #[test]
    fn the_examples_are_commands() {
        fn examples(command: &clap::Command, found: &mut Vec<String>) {
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            found.extend(
                after.lines().filter_map(|line| line.split_once("assize ")).map(|(_, rest)| rest.to_owned()),
            );
            command.get_subcommands().for_each(|inner| examples(inner, found));
        }
        let mut found = Vec::new();
        Cli::command().get_subcommands().for_each(|command| examples(command, &mut found));
        assert!(found.len() > 20, "{found:?}");
        for example in found {
            let line = example.split(" > ").next().unwrap_or_default();
            // Words between quotation marks are one argument each.
            let words = line.split('"').enumerate().flat_map(|(place, part)| match place % 2 {
                0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
                _ => vec![part.to_owned()],
            });
            let words = std::iter::once("assize".to_owned()).chain(words);
            if let Err(error) = Cli::try_parse_from(words) {
                panic!("{example}: {error}");
            }
        }
    }
}
