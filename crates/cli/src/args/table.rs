//! Tables that come back, and lists that come in.

use std::path::PathBuf;

use clap::Args;

#[derive(Args, Debug)]
#[command(group(clap::ArgGroup::new("over").required(true).args(["audit", "programme", "statement", "people", "auditee"])))]
pub(crate) struct TableArgs {
    /// The file: XLSX or CSV.
    pub(crate) file: PathBuf,
    /// The audit whose papers, findings and nonconformities come back.
    #[arg(long, value_name = "ID")]
    pub(crate) audit: Option<String>,
    /// The programme whose schedule comes back.
    #[arg(long, value_name = "ID")]
    pub(crate) programme: Option<String>,
    /// The Statement of Applicability that comes back, as a new version.
    #[arg(long, value_name = "ID")]
    pub(crate) statement: Option<String>,
    /// The file is the table of what shows people's competence, or a list of people.
    #[arg(long)]
    pub(crate) people: bool,
    /// The auditee of which it is a list of units, sites and processes.
    #[arg(long, value_name = "ID")]
    pub(crate) auditee: Option<String>,
    /// Why: of the schedule of an established programme, of credentials that are changed.
    #[arg(long, default_value = "")]
    pub(crate) reason: String,
    /// The name of the new version of a Statement of Applicability.
    #[arg(long, default_value = "")]
    pub(crate) label: String,
    /// Its date, like 2026-05-20.
    #[arg(long, value_name = "DATE", default_value = "")]
    pub(crate) dated: String,
    /// For whom people of a list work who are not said to work for anybody.
    #[arg(long, default_value = "")]
    pub(crate) employer: String,
    /// Their time zone.
    #[arg(long, default_value = "UTC")]
    pub(crate) zone: String,
    /// Show what would change, and take nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// The id of the person on whose behalf.
    #[arg(long = "as", value_name = "ID")]
    pub(crate) person: Option<String>,
}
