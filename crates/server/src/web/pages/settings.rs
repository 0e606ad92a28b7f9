//! Settings: the auditing organization and the policy that its programmes begin with, what the store holds, and tokens.

use askama::Template;
use assize_access::Action;
use assize_domain::auditee::{Organization, organization_id};
use assize_domain::kernel::act::Scope;
use assize_domain::kernel::text::Line;
use assize_domain::kernel::time::Timestamp;
use assize_domain::policy::Policy;
use assize_domain::words::CredentialKind;
use assize_domain::{AnyRecord, Key};
use assize_store::{DatabaseKind, Holdings, Token};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::methods::SOFTWARE;
use crate::problem::Fault;
use crate::tokens::TOKEN_DAYS_MAX;
use crate::web::form::{Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::findings::{grade_label, grade_meaning};
use crate::web::pages::programme::policy::source_said;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// For how many days a token holds unless somebody says otherwise.
const TOKEN_DAYS: &str = "90";

/// A grade of the scheme.
struct GradeLine {
    key: String,
    label: String,
    meaning: String,
    verified: bool,
    days: [u32; 4],
}

/// A bar for impartiality.
struct BarLine {
    relation: String,
    roles: String,
    audit_types: String,
    cooling_months: u32,
    liftable: bool,
    source: String,
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    frame: Frame,
    words: Words,
    organization: Option<String>,
    grades: Vec<GradeLine>,
    bars: Vec<BarLine>,
    /// What each role must show: role, and its areas with what shows them.
    competence: Vec<(String, Vec<String>)>,
    numbers: Vec<(String, String)>,
    storage: Vec<(String, String)>,
    /// Whether they may say what documents look like.
    keeps_house: bool,
}

/// `GET /settings`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let words = &visitor.words;
    let organization = match app.store.record(Key::of(organization_id())).await?.map(|found| found.record) {
        Some(AnyRecord::Organization(organization)) => Some(*organization),
        _ => None,
    };
    let policy = organization.as_ref().map_or_else(Policy::default, |found| found.policy().clone());
    // How much there is says something of what one may not see.
    let storage = if visitor.asker.may_in_house(Action::Administer, "accounts").await? {
        storage(&app, words).await?
    } else {
        Vec::new()
    };
    Ok(html(&SettingsPage {
        frame: Frame::of(&visitor, "/settings", words.say("settings")),
        words: words.clone(),
        organization: organization.as_ref().map(|found: &Organization| found.name().to_string()),
        grades: grades(words, &policy),
        bars: bars(words, &policy),
        competence: competence(words, &policy),
        numbers: numbers(words, &policy),
        storage,
        keeps_house: visitor.asker.may_in_house(Action::Administer, "organization").await?
            || visitor.asker.may_in_house(Action::Keep, "organization").await?,
    }))
}

fn grades(words: &Words, policy: &Policy) -> Vec<GradeLine> {
    let line = |grade: &assize_domain::policy::Grade| GradeLine {
        key: grade.key.to_string(),
        label: grade_label(words, grade.label.as_str()),
        meaning: grade_meaning(words, grade),
        verified: grade.verified_before_decision,
        days: [grade.acknowledge_days, grade.plan_days, grade.implement_days, grade.effectiveness_days],
    };
    policy.grades.iter().map(line).collect()
}

fn bars(words: &Words, policy: &Policy) -> Vec<BarLine> {
    let line = |bar: &assize_domain::policy::Bar| {
        let roles: Vec<String> = bar.roles.iter().map(|role| words.word("TeamRole", role.word())).collect();
        let types: Vec<String> =
            bar.audit_types.iter().map(|one| words.word("AuditType", one.word())).collect();
        BarLine {
            relation: words.word("RelationKind", bar.relation.word()),
            roles: roles.join(", "),
            audit_types: types.join(", "),
            cooling_months: bar.cooling_months,
            liftable: bar.liftable,
            source: source_said(words, bar.source.as_str()),
        }
    };
    policy.bars.iter().map(line).collect()
}

fn competence(words: &Words, policy: &Policy) -> Vec<(String, Vec<String>)> {
    let mut roles: Vec<(String, Vec<String>)> = Vec::new();
    for criterion in &policy.competence {
        let role = words.word("TeamRole", criterion.role.word());
        let by = words.word("CredentialKind", criterion.by.word());
        let amount = i64::from(criterion.amount_min);
        let amount = match criterion.by {
            CredentialKind::Training => words.with("settings-hours-least", "count", amount),
            CredentialKind::Experience => words.with("settings-months-least", "count", amount),
            // Having it is enough.
            CredentialKind::Education | CredentialKind::Qualification | CredentialKind::Skill => {
                String::new()
            }
        };
        let said = format!("{}: {by} {amount}", words.area(criterion.area.as_str()));
        match roles.iter_mut().find(|(known, _)| *known == role) {
            Some((_, areas)) => areas.push(said),
            None => roles.push((role, vec![said])),
        }
    }
    roles
}

fn numbers(words: &Words, policy: &Policy) -> Vec<(String, String)> {
    let days = |days: u32| words.with("settings-days", "count", i64::from(days));
    let months = |months: u32| words.with("settings-months", "count", i64::from(months));
    let types: Vec<String> =
        policy.short_notice.iter().map(|one| words.word("AuditType", one.word())).collect();
    let cycle = &policy.cycle;
    let said = [
        ("Policy", "report_due_days", days(policy.report_due_days)),
        ("Policy", "retention_days", days(policy.retention_days)),
        ("Policy", "short_notice", types.join(", ")),
        ("Policy", "complaint_acknowledge_days", days(policy.complaint_acknowledge_days)),
        ("Policy", "complaint_decide_days", days(policy.complaint_decide_days)),
        ("CyclePolicy", "cycle_months", months(cycle.cycle_months)),
        ("CyclePolicy", "first_surveillance_months", months(cycle.first_surveillance_months)),
        ("CyclePolicy", "restore_months", months(cycle.restore_months)),
        ("CyclePolicy", "suspension_months", months(cycle.suspension_months)),
        ("CyclePolicy", "major_verification_months", months(cycle.major_verification_months)),
    ];
    said.into_iter().map(|(of, name, said)| (words.field(of, name), said)).collect()
}

async fn storage(app: &App, words: &Words) -> Result<Vec<(String, String)>, Fault> {
    let Holdings { entries, audits, evidence, evidence_bytes, reports, erasures } =
        app.store.holdings().await?;
    let signed = app.store.published_size().await.ok().flatten();
    let unsigned = u64::try_from(entries).unwrap_or_default().saturating_sub(signed.unwrap_or_default());
    let signed = match signed {
        Some(size) => words.with("settings-signed", "count", i64::try_from(size).unwrap_or(i64::MAX)),
        None => words.say("settings-unpublished"),
    };
    let database = match app.store.database_kind() {
        DatabaseKind::Sqlite => "SQLite",
        DatabaseKind::Postgres => "PostgreSQL",
    };
    let evidence = words.with2("settings-files", "count", evidence, "bytes", size(words, evidence_bytes));
    let said = [
        ("settings-software", SOFTWARE.to_owned()),
        ("settings-database", format!("{database} {}", app.store.database_version().await?)),
        ("settings-entries", entries.to_string()),
        ("settings-checkpoint", signed),
        ("settings-younger", unsigned.to_string()),
        ("settings-audits", audits.to_string()),
        ("settings-reports", reports.to_string()),
        ("settings-evidence", evidence),
        ("settings-erasures", erasures.to_string()),
    ];
    Ok(said.into_iter().map(|(key, said)| (words.say(key), said)).collect())
}

/// A number of bytes for a reader.
fn size(words: &Words, bytes: i64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    let mut tenths = bytes.saturating_mul(10) / 1_000;
    let mut unit = "kB";
    for next in UNITS {
        unit = next;
        if tenths < 10_000 {
            break;
        }
        tenths /= 1_000;
    }
    format!("{}\u{a0}{unit}", words.number(format!("{}.{}", tenths / 10, tenths % 10)))
}

/// A token, as its list shows it.
struct TokenLine {
    id: String,
    label: String,
    who: String,
    scope: String,
    made: String,
    expires: String,
    used: Option<String>,
    /// Why it holds no longer.
    over: Option<String>,
}

#[derive(Template)]
#[template(path = "tokens.html")]
struct TokensPage {
    frame: Frame,
    words: Words,
    tokens: Vec<TokenLine>,
    /// The secret of the token that was made just now, shown this once.
    secret: Option<String>,
    wrong: Vec<Wrong>,
    label: String,
    scope: String,
    days: String,
    days_max: u32,
}

impl TokensPage {
    fn wrong_at(&self, at: &str) -> Vec<String> {
        self.wrong.iter().filter(|wrong| wrong.at == at).map(|wrong| wrong.said(&self.words)).collect()
    }
}

/// `GET /settings/tokens`.
pub(crate) async fn tokens(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let page = tokens_page(&app, &visitor, &Posted::default(), None, Vec::new()).await?;
    Ok(html(&page))
}

/// `POST /settings/tokens`: makes one for whoever is signed in.
pub(crate) async fn make_token(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let words = &visitor.words;
    let at = |at: &str, what: String| Wrong { at: at.to_owned(), ..Wrong::whole(what) };
    let mut wrong = Vec::new();
    let label = posted.filled("label").and_then(|text| text.parse::<Line>().ok());
    if label.is_none() {
        wrong.push(at("label", words.say("form-missing")));
    }
    let scope = posted.filled("scope").and_then(|text| text.parse::<Scope>().ok());
    if scope.is_none() {
        wrong.push(at("scope", words.say("form-missing")));
    }
    let days = posted.filled("days").and_then(|text| text.parse::<u32>().ok());
    let days = days.filter(|days| (1..=TOKEN_DAYS_MAX).contains(days));
    if days.is_none() {
        wrong.push(at("days", words.with("token-days-wrong", "count", i64::from(TOKEN_DAYS_MAX))));
    }
    let (Some(label), Some(scope), Some(days)) = (label, scope, days) else {
        let page = tokens_page(&app, &visitor, &posted, None, wrong).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
    };
    let (token, secret) = app.store.make_token(label.as_str(), visitor.person(), scope, days).await?;
    tracing::info!(token = token.id, "a token was made");
    let page = tokens_page(&app, &visitor, &Posted::default(), Some(secret), Vec::new()).await?;
    Ok(html(&page))
}

/// `POST /settings/tokens/{id}/revoke`.
pub(crate) async fn revoke_token(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let tokens = app.store.tokens().await?;
    let there = tokens.iter().any(|token| token.id == id && has_to_do_with(&visitor, token));
    if !there || !app.store.revoke_token(&id).await? {
        return Err(Fault::not_found("there is no such token to revoke"));
    }
    tracing::info!(token = id, "a token was revoked");
    Ok(Redirect::to("/settings/tokens").into_response())
}

/// A person has to do with their own tokens; the operator with all.
fn has_to_do_with(visitor: &Visitor, token: &Token) -> bool {
    visitor.person().is_none() || visitor.person() == token.person
}

async fn tokens_page(
    app: &App,
    visitor: &Visitor,
    posted: &Posted,
    secret: Option<String>,
    wrong: Vec<Wrong>,
) -> Result<TokensPage, Fault> {
    let words = &visitor.words;
    let tokens = app.store.tokens().await?;
    let own: Vec<&Token> = tokens.iter().filter(|token| has_to_do_with(visitor, token)).collect();
    let people: Vec<Key> = own.iter().filter_map(|token| token.person).map(Key::of).collect();
    let names = super::shown::names(app, visitor, people).await?;
    let today = app.store.clock().millis();
    let line = |token: &&Token| {
        let at = |millis: i64| Timestamp::from_millis(millis).map(|at| words.time(at)).unwrap_or_default();
        let over = match token.revoked_at {
            Some(at_millis) => Some(words.with("token-revoked", "when", at(at_millis))),
            None => (token.expires_at <= today).then(|| words.say("token-expired")),
        };
        TokenLine {
            id: token.id.clone(),
            label: token.label.clone(),
            who: match token.person {
                None => words.say("operator"),
                Some(person) => {
                    names.get(&Key::of(person)).cloned().unwrap_or_else(|| words.say("person-erased"))
                }
            },
            scope: scope_word(words, token.scope),
            made: at(token.made_at),
            expires: at(token.expires_at),
            used: token.used_at.map(at),
            over,
        }
    };
    let frame =
        Frame::of(visitor, "/settings", words.say("tokens")).under(words.say("settings"), "/settings");
    Ok(TokensPage {
        frame,
        words: words.clone(),
        tokens: own.iter().map(line).collect(),
        secret,
        wrong,
        label: posted.one("label").unwrap_or_default().to_owned(),
        scope: posted.one("scope").unwrap_or("read").to_owned(),
        days: posted.one("days").unwrap_or(TOKEN_DAYS).to_owned(),
        days_max: TOKEN_DAYS_MAX,
    })
}

fn scope_word(words: &Words, scope: Scope) -> String {
    words.say(match scope {
        Scope::Read => "token-read",
        Scope::Act => "token-act",
    })
}
