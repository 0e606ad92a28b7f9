//! The table of doors: what each route opens, and so what is asked before its handler runs.
//!
//! A route that is not in it answers nothing, and a test holds the table against the routers.

use assize_access::Action;
use assize_domain::Kind;

use Action::{Administer, Answer, Audit, Export, Keep, Lead, Manage, Open, Own, See};

/// What is asked before a handler runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asks {
    /// Nothing: signing in, style and script, the description of the API, probes.
    Nothing,
    /// Who it is, and no more: what is shown is everybody's, or their own.
    SignedIn,
    /// Who it is, or is about to be: how they sign in themselves, which may have to be set up before anything else.
    Own,
    /// Who it is; what is shown reaches across records, and is narrowed to what they may see.
    Across,
    /// Who it is; the record is named in the query or the body, and is asked about where that is read.
    Inside,
    /// Whether they may do one of some things with what the whole organization has: `organization`, `journal`, `accounts`.
    House(&'static [(Action, &'static str)]),
    /// Whether they may do one of some things with the record of a kind that `{id}` names.
    Record(&'static [Action], Kind),
    /// Whether they may do something with everything of a kind that belongs to the record of `{id}`, released or not.
    Whole(Action, Kind, Kind),
    /// The plan of the audit of `{id}`: whether they may see every version, or the present one was released to them.
    Plan,
    /// Whether they may see the record that `{kind}` and `{id}` name.
    Named,
    /// Whether they may give the command `{name}` on the record that it names.
    Command,
    /// Whether they may take the file `{name}` of the audit of `{id}` out; its calendar, plan and agendas, whoever does the audit's work too.
    AuditFile,
    /// Whether they came by the auditee's door, and see its audit.
    Door,
}

/// A door: a route, and what is asked at it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Door {
    /// `GET`, `POST` or `DELETE`; `HEAD` goes by `GET`.
    pub(crate) method: &'static str,
    /// The template of its path.
    pub(crate) path: &'static str,
    /// What is asked.
    pub(crate) asks: Asks,
}

const fn get(path: &'static str, asks: Asks) -> Door {
    Door { method: "GET", path, asks }
}

const fn post(path: &'static str, asks: Asks) -> Door {
    Door { method: "POST", path, asks }
}

const fn delete(path: &'static str, asks: Asks) -> Door {
    Door { method: "DELETE", path, asks }
}

const fn record(actions: &'static [Action], kind: Kind) -> Asks {
    Asks::Record(actions, kind)
}

/// Everything of a kind that an audit has.
const fn of_audit(kind: Kind) -> Asks {
    Asks::Whole(See, kind, Kind::Audit)
}

/// The whole of an audit.
const AUDIT: Asks = Asks::Record(&[Open], Kind::Audit);
/// What is said across all audits of a programme.
const ITS_AUDITS: Asks = Asks::Record(&[Manage], Kind::Programme);
/// Every version of a report.
const REPORT: Asks = Asks::Whole(See, Kind::Report, Kind::Report);
/// Who verifies the whole record: that it holds says nothing of what is in it.
const VERIFIES: &[(Action, &str)] = &[(Keep, "organization"), (Administer, "accounts"), (See, "journal")];

/// What documents of the organization look like.
const KEEPS_HOUSE: Asks = Asks::House(&[(Administer, "organization"), (Keep, "organization")]);

/// Tables of an audit that come back: of whoever works in it, answers for the auditee, or manages it.
const TABLES: Asks = Asks::Record(&[Audit, Answer, Manage], Kind::Audit);
const SCHEDULE: Asks = Asks::Record(&[Manage], Kind::Programme);
const STATEMENT: Asks = Asks::Record(&[Keep, Audit], Kind::Soa);
const PARTS: Asks = Asks::Record(&[Keep], Kind::Auditee);
/// The register of people as a table: personal data of all of them.
const REGISTER: Asks = Asks::House(&[(Keep, "organization")]);
/// The calendar of somebody: their own affair, or of who keeps the register.
const BUSY: Asks = Asks::Record(&[Own, Keep], Kind::Person);
/// Who looks after the installation: whom it tells of what happens.
const ADMINISTERS: Asks = Asks::House(&[(Administer, "accounts")]);

/// Every door.
pub(crate) static DOORS: &[Door] = &[
    // Pages.
    get("/", Asks::Across),
    get("/programmes", Asks::Across),
    get("/programmes/new", Asks::House(&[(Manage, "organization")])),
    post("/programmes/new", Asks::House(&[(Manage, "organization")])),
    get("/programmes/{id}", record(&[See], Kind::Programme)),
    get("/programmes/{id}/plan", record(&[See], Kind::Programme)),
    get("/programmes/{id}/coverage", ITS_AUDITS),
    get("/programmes/{id}/coverage/cell", ITS_AUDITS),
    get("/programmes/{id}/risks", record(&[See], Kind::Programme)),
    get("/programmes/{id}/staffing", record(&[Manage], Kind::Programme)),
    post("/programmes/{id}/staffing", record(&[Manage], Kind::Programme)),
    get("/programmes/{id}/policy", record(&[See], Kind::Programme)),
    get("/programmes/{id}/policy/{part}", record(&[Manage], Kind::Programme)),
    post("/programmes/{id}/policy/{part}", record(&[Manage], Kind::Programme)),
    get("/programmes/{id}/files", record(&[Export], Kind::Programme)),
    get("/programmes/{id}/files/{name}", record(&[Export], Kind::Programme)),
    get("/statements/{id}/files", record(&[Export], Kind::Soa)),
    get("/statements/{id}/files/{name}", record(&[Export], Kind::Soa)),
    get("/programmes/{id}/review", ITS_AUDITS),
    get("/audits", Asks::Across),
    get("/audits/{id}", record(&[See], Kind::Audit)),
    get("/audits/{id}/team", AUDIT),
    get("/audits/{id}/documents", of_audit(Kind::Evidence)),
    post("/audits/{id}/evidence", record(&[Audit, Answer, Manage], Kind::Audit)),
    get("/audits/{id}/documents/review", record(&[Audit], Kind::Audit)),
    post("/audits/{id}/documents/review", record(&[Audit], Kind::Audit)),
    get("/audits/{id}/plan", Asks::Plan),
    get("/audits/{id}/plan/print", Asks::Plan),
    get("/audits/{id}/plan/session", record(&[Audit], Kind::Audit)),
    post("/audits/{id}/plan/session", record(&[Audit], Kind::Audit)),
    get("/audits/{id}/plan/item", record(&[Audit], Kind::Audit)),
    post("/audits/{id}/plan/item", record(&[Audit], Kind::Audit)),
    get("/audits/{id}/work", of_audit(Kind::Paper)),
    get("/audits/{id}/desk", of_audit(Kind::Paper)),
    get("/audits/{id}/meetings", of_audit(Kind::Message)),
    get("/audits/{id}/records", AUDIT),
    get("/audits/{id}/journal", AUDIT),
    get("/audits/{id}/dossier", record(&[Export], Kind::Audit)),
    get("/audits/{id}/dossier.zip", record(&[Export], Kind::Audit)),
    get("/audits/{id}/files", record(&[Export, Audit], Kind::Audit)),
    get("/audits/{id}/files/{name}", Asks::AuditFile),
    get("/audits/{id}/draws", of_audit(Kind::Draw)),
    post("/audits/{id}/draws", record(&[Audit, Manage], Kind::Audit)),
    get("/draws/{id}", record(&[See], Kind::Draw)),
    post("/draws/{id}/sample", record(&[Audit, Manage], Kind::Draw)),
    post("/draws/{id}/replacements", record(&[Audit, Manage], Kind::Draw)),
    post("/draws/{id}/redone", record(&[See], Kind::Draw)),
    get("/audits/{id}/report", of_audit(Kind::Report)),
    get("/audits/{id}/report/write", of_audit(Kind::Report)),
    post("/audits/{id}/report/write", of_audit(Kind::Report)),
    get("/audits/{id}/report/compare", of_audit(Kind::Report)),
    get("/reports/{id}", REPORT),
    get("/reports/{id}/preview.pdf", REPORT),
    get("/reports/{id}/report.docx", REPORT),
    get("/reports/{id}/report.pdf", record(&[See], Kind::Report)),
    get("/reports/{id}/issue", record(&[Audit], Kind::Report)),
    post("/reports/{id}/issue", record(&[Audit], Kind::Report)),
    get("/audits/{id}/findings", of_audit(Kind::Finding)),
    get("/findings", Asks::Across),
    get("/findings/trends", Asks::Across),
    get("/findings/new", Asks::Inside),
    post("/findings/warnings", Asks::Inside),
    get("/findings/{id}", record(&[See], Kind::Finding)),
    get("/papers/{id}", record(&[See], Kind::Paper)),
    get("/papers/{id}/mark", record(&[See], Kind::Paper)),
    post("/papers/{id}/evidence", record(&[Audit], Kind::Paper)),
    get("/auditees", Asks::Across),
    get("/auditees/{id}", record(&[See], Kind::Auditee)),
    get("/people", Asks::Across),
    get("/people/{id}", record(&[Open], Kind::Person)),
    get("/people/{id}/rights", record(&[Open, Administer], Kind::Person)),
    get("/access", Asks::Across),
    get("/search", Asks::Across),
    get("/records", Asks::Across),
    get("/records/verify", Asks::House(VERIFIES)),
    post("/records/verify", Asks::House(VERIFIES)),
    get("/records/retention", Asks::Across),
    get("/records/{kind}", Asks::Across),
    get("/records/{kind}/{id}", Asks::Named),
    get("/evidence/{id}/file", record(&[Open], Kind::Evidence)),
    get("/evidence/{id}/technical", record(&[Open], Kind::Evidence)),
    get("/evidence/{id}/claims", record(&[Open], Kind::Evidence)),
    post("/evidence/{id}/claims", record(&[Open], Kind::Evidence)),
    get("/audits/{id}/claims", of_audit(Kind::ClaimSet)),
    post("/audits/{id}/claims", record(&[Audit], Kind::Audit)),
    // Tables that come back, and lists that come in.
    get("/audits/{id}/tables", TABLES),
    post("/audits/{id}/tables", TABLES),
    get("/audits/{id}/tables/{sha256}", TABLES),
    post("/audits/{id}/tables/{sha256}", TABLES),
    get("/programmes/{id}/tables", SCHEDULE),
    post("/programmes/{id}/tables", SCHEDULE),
    get("/programmes/{id}/tables/{sha256}", SCHEDULE),
    post("/programmes/{id}/tables/{sha256}", SCHEDULE),
    get("/statements/{id}/tables", STATEMENT),
    post("/statements/{id}/tables", STATEMENT),
    get("/statements/{id}/tables/{sha256}", STATEMENT),
    post("/statements/{id}/tables/{sha256}", STATEMENT),
    get("/auditees/{id}/tables", PARTS),
    post("/auditees/{id}/tables", PARTS),
    get("/auditees/{id}/tables/{sha256}", PARTS),
    post("/auditees/{id}/tables/{sha256}", PARTS),
    get("/people/files", REGISTER),
    get("/people/files/{name}", REGISTER),
    get("/people/tables", REGISTER),
    post("/people/tables", REGISTER),
    get("/people/tables/{sha256}", REGISTER),
    post("/people/tables/{sha256}", REGISTER),
    get("/people/{id}/calendar", BUSY),
    post("/people/{id}/calendar", BUSY),
    get("/people/{id}/calendar/{sha256}", BUSY),
    post("/people/{id}/calendar/{sha256}", BUSY),
    get("/help", Asks::SignedIn),
    get("/help/{name}", Asks::SignedIn),
    get("/catalogue", Asks::SignedIn),
    post("/catalogue/adopt", Asks::House(&[(Keep, "organization")])),
    get("/catalogue/export", Asks::SignedIn),
    get("/catalogue/import", Asks::House(&[(Keep, "organization")])),
    post("/catalogue/import", Asks::House(&[(Keep, "organization")])),
    get("/catalogue/import/{sha256}", Asks::House(&[(Keep, "organization")])),
    post("/catalogue/import/{sha256}", Asks::House(&[(Keep, "organization")])),
    get("/catalogue/new", Asks::House(&[(Keep, "organization")])),
    post("/catalogue/new", Asks::House(&[(Keep, "organization")])),
    get("/catalogue/tests/{id}", Asks::SignedIn),
    get("/catalogue/tests/{id}/edit", Asks::House(&[(Keep, "organization")])),
    post("/catalogue/tests/{id}/edit", Asks::House(&[(Keep, "organization")])),
    get("/methods", Asks::SignedIn),
    get("/methods/{name}", Asks::Across),
    post("/methods/{name}", Asks::Inside),
    get("/settings", Asks::SignedIn),
    get("/settings/letterhead", KEEPS_HOUSE),
    post("/settings/letterhead", KEEPS_HOUSE),
    get("/settings/texts", Asks::SignedIn),
    get("/settings/texts/write", Asks::House(&[(Keep, "organization")])),
    get("/organization/logo", Asks::SignedIn),
    get("/settings/templates", Asks::SignedIn),
    post("/settings/templates", Asks::House(&[(Keep, "organization")])),
    get("/settings/templates/{id}", Asks::SignedIn),
    get("/people/{id}/files/{name}", record(&[Open], Kind::Person)),
    get("/settings/security", Asks::House(&[(Administer, "accounts")])),
    post("/settings/security", Asks::House(&[(Administer, "accounts")])),
    get("/settings/mail", Asks::House(&[(Administer, "accounts")])),
    post("/settings/mail", Asks::House(&[(Administer, "accounts")])),
    post("/settings/mail/test", Asks::House(&[(Administer, "accounts")])),
    post("/settings/mail/{id}/retry", Asks::House(&[(Administer, "accounts")])),
    get("/settings/letters", Asks::SignedIn),
    post("/settings/letters", Asks::SignedIn),
    get("/calendar/{secret}/assize.ics", Asks::Nothing),
    get("/settings/calendar", Asks::SignedIn),
    post("/settings/calendar", Asks::SignedIn),
    post("/settings/calendar/{id}/end", Asks::SignedIn),
    get("/settings/webhooks", ADMINISTERS),
    post("/settings/webhooks", ADMINISTERS),
    get("/settings/webhooks/{id}", ADMINISTERS),
    post("/settings/webhooks/{id}/renew", ADMINISTERS),
    post("/settings/webhooks/{id}/enable", ADMINISTERS),
    post("/settings/webhooks/{id}/disable", ADMINISTERS),
    post("/settings/webhooks/{id}/remove", ADMINISTERS),
    post("/settings/webhooks/{id}/replay", ADMINISTERS),
    get("/settings/tokens", Asks::SignedIn),
    post("/settings/tokens", Asks::SignedIn),
    post("/settings/tokens/{id}/revoke", Asks::SignedIn),
    get("/method-uses/{id}/pdf", record(&[See], Kind::MethodUse)),
    get("/do/{name}", Asks::Command),
    post("/do/{name}", Asks::Command),
    post("/do/{name}/files", Asks::Command),
    get("/settings/sign-in", Asks::Own),
    post("/settings/sign-in/passphrase", Asks::Own),
    post("/settings/sign-in/codes", Asks::Own),
    post("/settings/sign-in/codes/confirm", Asks::Own),
    post("/settings/sign-in/codes/end", Asks::Own),
    post("/settings/sign-in/recovery", Asks::Own),
    post("/settings/sign-in/passkeys", Asks::Own),
    post("/settings/sign-in/passkeys/ask", Asks::Own),
    post("/settings/sign-in/passkeys/{id}/name", Asks::Own),
    post("/settings/sign-in/passkeys/{id}/remove", Asks::Own),
    post("/settings/sign-in/sessions/others/end", Asks::Own),
    post("/settings/sign-in/sessions/{id}/end", Asks::Own),
    get("/settings/accounts", Asks::House(&[(Administer, "accounts")])),
    post("/settings/accounts/invite", Asks::House(&[(Administer, "accounts")])),
    post("/settings/accounts/{id}/lock", Asks::House(&[(Administer, "accounts")])),
    post("/settings/accounts/{id}/unlock", Asks::House(&[(Administer, "accounts")])),
    post("/settings/accounts/{id}/reset", Asks::House(&[(Administer, "accounts")])),
    post("/sign-in", Asks::Nothing),
    get("/sign-in/over", Asks::Nothing),
    get("/sign-in/second", Asks::Nothing),
    post("/sign-in/second", Asks::Nothing),
    get("/sign-in/again", Asks::Nothing),
    post("/sign-in/again", Asks::Nothing),
    post("/sign-in/again/ask", Asks::Nothing),
    post("/sign-in/again/passkey", Asks::Nothing),
    post("/sign-in/resume", Asks::Nothing),
    post("/sign-in/passkey", Asks::Nothing),
    post("/sign-in/passkey/ask", Asks::Nothing),
    get("/welcome/{invitation}", Asks::Nothing),
    post("/welcome/{invitation}", Asks::Nothing),
    get("/sign-in", Asks::Nothing),
    get("/sign-in/provider", Asks::Nothing),
    get("/sign-in/provider/back", Asks::Nothing),
    get("/sign-in/{link}", Asks::Nothing),
    post("/sign-in/{link}", Asks::Nothing),
    post("/sign-out", Asks::Nothing),
    post("/language", Asks::Nothing),
    get("/assets/{version}/{name}", Asks::Nothing),
    get("/meetings/{id}/sign", record(&[Audit], Kind::Meeting)),
    get("/desk-worker.js", Asks::Nothing),
    get("/away", Asks::SignedIn),
    // The auditee's door: the way in asks for link and code, what is behind it for the session that they began.
    get("/enter", Asks::Nothing),
    get("/enter/{link}", Asks::Nothing),
    post("/enter/{link}", Asks::Nothing),
    post("/enter/{link}/code", Asks::Nothing),
    get("/door", Asks::Door),
    get("/door/plan", Asks::Door),
    get("/door/requests/{id}", record(&[See], Kind::InfoRequest)),
    get("/door/meetings/{id}", record(&[See], Kind::Meeting)),
    get("/door/findings/{id}", record(&[See], Kind::Finding)),
    get("/door/complaint", Asks::Door),
    get("/door/sessions", Asks::Door),
    post("/door/sessions/{session}/end", Asks::Door),
    post("/door/close", Asks::Door),
    get("/audits/{id}/doors", record(&[Lead, Manage], Kind::Audit)),
    post("/audits/{id}/doors", record(&[Lead, Manage], Kind::Audit)),
    post("/audits/{id}/doors/{door}/close", record(&[Lead, Manage], Kind::Audit)),
    // The API.
    get("/api/v1/audits/{id}/doors", record(&[Lead, Manage], Kind::Audit)),
    post("/api/v1/audits/{id}/doors", record(&[Lead, Manage], Kind::Audit)),
    delete("/api/v1/audits/{id}/doors/{door}", record(&[Lead, Manage], Kind::Audit)),
    // The field.
    get("/audits/{id}/field", of_audit(Kind::Loan)),
    post("/audits/{id}/field/out", record(&[Audit, Manage], Kind::Audit)),
    post("/audits/{id}/field/home", record(&[Audit, Manage], Kind::Audit)),
    post("/api/v1/audits/{id}/loans", record(&[Audit, Manage], Kind::Audit)),
    post("/api/v1/audits/{id}/loans/home", record(&[Audit, Manage], Kind::Audit)),
    get("/api/v1/openapi.json", Asks::Nothing),
    get("/api/v1/problems", Asks::Nothing),
    get("/api/v1/rules", Asks::SignedIn),
    get("/api/v1/commands", Asks::SignedIn),
    post("/api/v1/commands/{name}", Asks::Command),
    get("/api/v1/webhooks", ADMINISTERS),
    post("/api/v1/webhooks", ADMINISTERS),
    delete("/api/v1/webhooks/{id}", ADMINISTERS),
    post("/api/v1/webhooks/{id}/secret", ADMINISTERS),
    post("/api/v1/webhooks/{id}/enable", ADMINISTERS),
    post("/api/v1/webhooks/{id}/disable", ADMINISTERS),
    get("/api/v1/webhooks/{id}/deliveries", ADMINISTERS),
    post("/api/v1/webhooks/{id}/replay", ADMINISTERS),
    get("/api/v1/tables", Asks::SignedIn),
    get("/api/v1/tables/{name}", Asks::Across),
    get("/api/v1/records/{kind}", Asks::Across),
    get("/api/v1/records/{kind}/{id}", Asks::Named),
    get("/api/v1/journal", Asks::Across),
    get("/api/v1/audits", Asks::Across),
    get("/api/v1/audits/{id}/documents", of_audit(Kind::Evidence)),
    get("/api/v1/audits/{id}/dossier", record(&[Export], Kind::Audit)),
    get("/api/v1/audits/{id}/files/{name}", Asks::AuditFile),
    get("/api/v1/programmes/{id}/files/{name}", record(&[Export], Kind::Programme)),
    get("/api/v1/statements-of-applicability/{id}/files/{name}", record(&[Export], Kind::Soa)),
    post("/api/v1/audits/{id}/evidence", record(&[Audit, Answer, Manage], Kind::Audit)),
    get("/api/v1/evidence/{id}/content", record(&[Open], Kind::Evidence)),
    get("/api/v1/evidence/{id}/text", record(&[Open], Kind::Evidence)),
    get("/api/v1/evidence/{id}/openings", record(&[See], Kind::Evidence)),
    get("/api/v1/evidence/{id}/technical", record(&[Open], Kind::Evidence)),
    post("/api/v1/evidence/{id}/claims", record(&[Open], Kind::Evidence)),
    post("/api/v1/statements-of-applicability", Asks::Inside),
    post("/api/v1/audits/{id}/tables", TABLES),
    post("/api/v1/programmes/{id}/tables", SCHEDULE),
    post("/api/v1/statements-of-applicability/{id}/tables", STATEMENT),
    post("/api/v1/auditees/{id}/tables", PARTS),
    get("/api/v1/people/files/{name}", REGISTER),
    post("/api/v1/people/tables", REGISTER),
    post("/api/v1/people/{id}/calendar", BUSY),
    get("/api/v1/reports/{id}/content", REPORT),
    get("/api/v1/reports/{id}/docx", REPORT),
    get("/api/v1/reports/{id}/pdf", record(&[See], Kind::Report)),
    post("/api/v1/reports/{id}/pdf", REPORT),
    post("/api/v1/reports/{id}/issue", record(&[Audit], Kind::Report)),
    get("/api/v1/organization/logo", Asks::SignedIn),
    get("/api/v1/organization/templates/{id}", Asks::SignedIn),
    post("/api/v1/organization/templates", Asks::House(&[(Keep, "organization")])),
    get("/api/v1/people/{id}/files/{name}", record(&[Open], Kind::Person)),
    post("/api/v1/organization/logo", KEEPS_HOUSE),
    get("/api/v1/people/{id}/competence", record(&[Open], Kind::Person)),
    get("/api/v1/people/{id}/impartiality", record(&[Open], Kind::Person)),
    get("/api/v1/people/{id}/rights", record(&[Open, Administer], Kind::Person)),
    get("/api/v1/access/policies", Asks::SignedIn),
    get("/api/v1/people/{id}/audits", record(&[Open], Kind::Person)),
    get("/api/v1/certifications/{id}/cycle", record(&[See], Kind::Certification)),
    get("/api/v1/programmes/{id}/indicators", record(&[See], Kind::Programme)),
    get("/api/v1/methods", Asks::SignedIn),
    post("/api/v1/methods/{name}", Asks::Inside),
    get("/api/v1/method-uses/{id}/redone", record(&[See], Kind::MethodUse)),
    get("/api/v1/method-uses/{id}/pdf", record(&[See], Kind::MethodUse)),
    post("/api/v1/draws", Asks::Inside),
    post("/api/v1/draws/{id}/sample", record(&[Audit, Manage], Kind::Draw)),
    post("/api/v1/draws/{id}/replacements", record(&[Audit, Manage], Kind::Draw)),
    post("/api/v1/draws/{id}/redone", record(&[See], Kind::Draw)),
    get("/api/v1/accounts", Asks::House(&[(Administer, "accounts")])),
    post("/api/v1/accounts/{id}/lock", Asks::House(&[(Administer, "accounts")])),
    get("/api/v1/letters", Asks::House(&[(Administer, "accounts")])),
    post("/api/v1/letters/{id}/retry", Asks::House(&[(Administer, "accounts")])),
    get("/api/v1/security-events", Asks::House(&[(Administer, "accounts")])),
    post("/api/v1/signing-grants", Asks::Inside),
    post("/api/v1/signing-grants/{id}", Asks::SignedIn),
    get("/api/v1/tokens", Asks::SignedIn),
    post("/api/v1/tokens", Asks::SignedIn),
    delete("/api/v1/tokens/{id}", Asks::SignedIn),
    // Probes say nothing of any audit.
    get("/healthz", Asks::Nothing),
    get("/readyz", Asks::Nothing),
    get("/metrics", Asks::Nothing),
];

/// The routes that a session by the auditee's door may use, beside those of which nothing is asked. Another is not there for it.
static BY_DOOR: &[(&str, &str)] = &[
    ("GET", "/door"),
    ("GET", "/door/plan"),
    ("GET", "/door/requests/{id}"),
    ("GET", "/door/meetings/{id}"),
    ("GET", "/door/findings/{id}"),
    ("GET", "/door/complaint"),
    ("GET", "/door/sessions"),
    ("POST", "/door/sessions/{session}/end"),
    ("POST", "/door/close"),
    ("GET", "/reports/{id}/report.pdf"),
    ("GET", "/evidence/{id}/file"),
    ("GET", "/do/{name}"),
    ("POST", "/do/{name}"),
    ("POST", "/do/{name}/files"),
];

/// Whether a session by the auditee's door may use a route.
pub(crate) fn opens_by_door(method: &str, path: &str) -> bool {
    let method = if method == "HEAD" { "GET" } else { method };
    BY_DOOR.contains(&(method, path))
}

/// The door of a method and the template of a path.
pub(crate) fn door(method: &str, path: &str) -> Option<&'static Door> {
    let method = if method == "HEAD" { "GET" } else { method };
    DOORS.iter().find(|door| door.path == path && door.method == method)
}

/// The parameters of a path, each with its value.
pub(crate) type Params<'p> = Vec<(&'static str, &'p str)>;

/// The door of a method and a path, and what its parameters name; what is written out goes before what a parameter stands for.
pub(crate) fn named_in<'p>(method: &str, path: &'p str) -> Option<(&'static Door, Params<'p>)> {
    let of_method = DOORS.iter().filter(|door| door.method == method);
    let found = of_method.filter_map(|door| Some((door, matched(door.path, path)?)));
    found.min_by_key(|(_, params)| params.len())
}

/// What the parameters of a template name in a path; nothing where the path is not of the template.
fn matched<'p>(template: &'static str, path: &'p str) -> Option<Params<'p>> {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    let mut params = Vec::new();
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(params),
            (Some(wanted), Some(given)) => {
                match wanted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                    Some(name) if !given.is_empty() => params.push((name, given)),
                    None if wanted == given => {}
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
}

/// The methods of a path; none where no door has it.
pub(crate) fn methods(path: &str) -> Vec<&'static str> {
    DOORS.iter().filter(|door| door.path == path).map(|door| door.method).collect()
}

/// A door as others read the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// `GET`, `POST` or `DELETE`.
    pub method: &'static str,
    /// The template of its path.
    pub path: &'static str,
    /// What is asked at it, in a few words.
    pub asks: String,
}

/// Every door, in the order of the table.
#[must_use]
pub fn listed() -> Vec<Listed> {
    DOORS.iter().map(|door| Listed { method: door.method, path: door.path, asks: door.asks.said() }).collect()
}

impl Asks {
    fn said(self) -> String {
        match self {
            Self::Nothing => "nothing".to_owned(),
            Self::SignedIn => "who it is".to_owned(),
            Self::Own => "who it is; or whoever is to set up how they sign in".to_owned(),
            Self::Across => "who it is; narrowed to what they may see".to_owned(),
            Self::Inside | Self::Command => "the record that is named in it".to_owned(),
            Self::House(any) => {
                let any: Vec<String> = any.iter().map(|(action, of)| format!("{action} {of}")).collect();
                any.join(" or ")
            }
            Self::Record(actions, kind) => {
                let actions: Vec<&str> = actions.iter().map(|action| action.word()).collect();
                format!("{} {kind}", actions.join(" or "))
            }
            Self::Whole(action, of, kind) => format!("{action} every {of} of the {kind}"),
            Self::Plan => "see every plan of the audit, or the present one was released".to_owned(),
            Self::AuditFile => "export audit; of its calendar, plan and agendas, audit it".to_owned(),
            Self::Door => "came by the auditee's door; see its audit".to_owned(),
            Self::Named => "see the record; of an audit and a person, open it".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_door_is_twice() {
        let all: BTreeSet<(&str, &str)> = DOORS.iter().map(|door| (door.method, door.path)).collect();
        assert_eq!(all.len(), DOORS.len());
    }

    #[test]
    fn a_path_is_named_by_its_door_and_what_is_written_out_goes_first() {
        let (door, params) = named_in("GET", "/audits/7/plan").unwrap();
        assert_eq!((door.path, params.as_slice()), ("/audits/{id}/plan", [("id", "7")].as_slice()));
        assert_eq!(named_in("GET", "/findings/trends").unwrap().0.path, "/findings/trends");
        assert_eq!(named_in("GET", "/findings/7").unwrap().0.path, "/findings/{id}");
        assert!(named_in("GET", "/audits//plan").is_none() && named_in("PUT", "/audits").is_none());
        assert_eq!(named_in("POST", "/do/finding.correct/files").unwrap().1, [("name", "finding.correct")]);
    }

    #[test]
    fn what_a_session_by_the_auditees_door_may_use_is_in_the_table_and_is_asked_about() {
        for (method, path) in BY_DOOR {
            let door = door(method, path).unwrap_or_else(|| panic!("{method} {path} is no door"));
            assert!(
                matches!(door.asks, Asks::Door | Asks::Record(..) | Asks::Command),
                "{method} {path} asks {:?}",
                door.asks
            );
        }
        assert!(opens_by_door("HEAD", "/door") && !opens_by_door("GET", "/audits/{id}"));
    }

    #[test]
    fn a_door_is_found_by_method_and_path_and_head_goes_by_get() {
        assert_eq!(door("HEAD", "/audits").map(|door| door.method), Some("GET"));
        assert!(door("PUT", "/audits").is_none() && door("GET", "/nowhere").is_none());
        assert_eq!(methods("/do/{name}"), ["GET", "POST"]);
    }
}
