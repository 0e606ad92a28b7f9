//! The auditees: where and what they are, what audits found there, and what they say of their controls.

use std::collections::BTreeSet;

use askama::Template;
use assize_domain::auditee::{Auditee, Site, Soa, SoaRow, Unit};
use assize_domain::auditor::Person;
use assize_domain::finding::FindingStage;
use assize_domain::kernel::id::{AuditeeId, Id as _, SoaId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::words::{FindingKind, SiteKind};
use assize_domain::{AnyRecord, Key, Kind, World};
use assize_pictures::sites::{SiteMark, SiteMarkKind, SiteWords, SiteZone};
use assize_pictures::{Caption, Figure, SiteMap};
use assize_store::{
    AuditGlance, DocumentGlance, FindingFilter, FindingGlance, FindingOrder, Named, PAGE_ROWS_MAX, Register,
};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::findings::grade_label;
use super::people::{Lack, Link, cursor, last_shown};
use super::{act_href, href, list_href, record_href};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::picture::Picture;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many auditees a page of the register has.
const LINES: usize = 50;
/// How many audits, findings and documents a list on an auditee's page has.
const LISTED: usize = 15;
/// How many differences between two Statements of Applicability are shown.
const DIFFERENCES: usize = 100;

/// An auditee in the list.
struct Line {
    name: String,
    href: String,
    kind: String,
    units: usize,
    sites: usize,
    persons: Option<String>,
}

#[derive(Template)]
#[template(path = "auditees.html")]
struct AuditeesPage {
    frame: Frame,
    words: Words,
    lines: Vec<Line>,
    next: Option<String>,
    register: String,
}

/// `GET /auditees`.
pub(crate) async fn list(visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let after = query.one("after").and_then(cursor);
    let (page, more) = visitor.asker.register(Register::Auditees, after, LINES).await?;
    let mut auditees: Vec<Auditee> = page
        .into_iter()
        .filter_map(|(_, found)| match found.record {
            AnyRecord::Auditee(auditee) => Some(Auditee::clone(&auditee)),
            _ => None,
        })
        .collect();
    let words = visitor.words.clone();
    let next = auditees.last().filter(|_| more).map(|last| {
        let after = format!("{} {}", last.id().uuid(), last.name());
        let query: String =
            form_urlencoded::Serializer::new(String::new()).extend_pairs([("after", after)]).finish();
        format!("/auditees?{query}")
    });
    // The next page begins after the last by the database's order; a page itself is in the order of names.
    auditees.sort_by(|one, other| Words::order(one.name().as_str(), other.name().as_str()));
    Ok(html(&AuditeesPage {
        frame: Frame::of(&visitor, "/auditees", words.say("nav-auditees")),
        lines: auditees.iter().map(|auditee| line(&words, auditee)).collect(),
        next,
        register: act_href("auditee.register", &[], ""),
        words,
    }))
}

fn line(words: &Words, auditee: &Auditee) -> Line {
    let persons: Vec<u32> = auditee.units().iter().filter_map(|unit| unit.persons).collect();
    let sum = persons.iter().fold(0u32, |sum, one| sum.saturating_add(*one));
    Line {
        name: auditee.name().to_string(),
        href: href(Key::of(auditee.id())),
        kind: words.word("AuditeeKind", auditee.kind().word()),
        units: auditee.units().len(),
        sites: auditee.sites().len(),
        persons: (!persons.is_empty()).then(|| words.number(sum)),
    }
}

// ----------------------------------------------------------------------------------------------------- one auditee

/// A site in the list.
struct Sited {
    key: String,
    name: String,
    kind: String,
    place: String,
    zone: String,
}

/// An audit in the list.
struct Audited {
    title: String,
    href: String,
    audit_type: String,
    window: String,
    state: String,
}

/// A finding in the list.
struct Noted {
    title: String,
    href: String,
    grade: String,
    grade_word: String,
    state: String,
    audit: String,
}

/// A document in the list.
struct Kept {
    name: String,
    href: String,
    file: Option<String>,
    classification: String,
    audit: String,
}

/// A version of the Statement of Applicability.
struct Version {
    label: String,
    href: String,
    /// Where it is taken out for other programs.
    files: String,
    dated: String,
    criteria: String,
    necessary: usize,
    excluded: usize,
    implemented: usize,
    /// Where it is compared with the one before it; none for the first.
    compare: Option<String>,
    compared: bool,
}

/// Two versions side by side.
struct Compared {
    title: String,
    differences: Vec<Difference>,
    more: usize,
}

/// What two versions say differently of a control.
struct Difference {
    control: String,
    title: String,
    before: String,
    after: String,
}

/// A unit with what it is part of.
struct UnitLine {
    above: Option<String>,
    name: String,
    persons: String,
    shifts: String,
}

impl UnitLine {
    fn of(words: &Words, auditee: &Auditee, unit: &Unit) -> Self {
        let above = unit.parent.as_ref().and_then(|key| auditee.units().iter().find(|one| one.key == *key));
        let number = |number: Option<u32>| number.map(|number| words.number(number)).unwrap_or_default();
        Self {
            above: above.map(|above| format!("{} /", above.name)),
            name: unit.name.to_string(),
            persons: number(unit.persons),
            shifts: number(unit.shifts),
        }
    }
}

#[derive(Template)]
#[template(path = "auditee.html")]
struct AuditeePage {
    frame: Frame,
    words: Words,
    kind: String,
    lacks: Vec<Lack>,
    units: Vec<UnitLine>,
    processes: Vec<String>,
    sites: Vec<Sited>,
    map: Picture,
    contacts: Vec<(Link, String)>,
    audits: Vec<Audited>,
    audits_older: Option<String>,
    open: Vec<Noted>,
    open_more: bool,
    findings: Vec<Noted>,
    findings_older: Option<String>,
    documents: Vec<Kept>,
    documents_older: Option<String>,
    versions: Vec<Version>,
    compared: Option<Compared>,
    update: String,
    /// Where lists of its units and sites are taken in.
    tables: Option<String>,
    enter_soa: String,
    record: String,
}

/// What the store lists of an auditee; one more of each than is shown.
struct Lists {
    /// The versions of the Statement of Applicability that whoever looks may see.
    soas: BTreeSet<SoaId>,
    audits: Vec<AuditGlance>,
    open: Vec<FindingGlance>,
    findings: Vec<FindingGlance>,
    documents: Vec<DocumentGlance>,
}

/// `GET /auditees/{id}`.
pub(crate) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(auditee): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let auditee: AuditeeId = id(&auditee)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let before = |name: &str| -> Option<Uuid> { query.one(name)?.parse().ok() };
    let rows_max = i64::try_from(LISTED + 1).unwrap_or(i64::MAX);
    let all = FindingFilter { auditee: Some(Named::Id(auditee.uuid())), ..FindingFilter::default() };
    let open = FindingFilter {
        kind: Some(FindingKind::Nonconformity),
        stages: FindingStage::ALL
            .iter()
            .copied()
            .filter(|stage| stage.stands() && *stage != FindingStage::Closed)
            .collect(),
        ..all.clone()
    };
    let asker = &visitor.asker;
    let (audits, findings) = (asker.reach(Kind::Audit).await?, asker.reach(Kind::Finding).await?);
    let evidence = asker.reach(Kind::Evidence).await?;
    let soas = app.store.linked_page(Kind::Soa, "auditee", auditee.uuid(), None, PAGE_ROWS_MAX).await?;
    let soas = asker.seen(soas).await?.into_iter().map(|(key, _)| key.id.into()).collect();
    let lists = Lists {
        soas,
        audits: app.store.auditee_audits(auditee, &audits, before("audits"), rows_max).await?,
        open: app.store.finding_glances(&findings, &open, FindingOrder::Newest, None, rows_max).await?,
        findings: app
            .store
            .finding_glances(
                &findings,
                &all,
                FindingOrder::Newest,
                before("findings").map(Into::into),
                rows_max,
            )
            .await?,
        documents: app
            .store
            .auditee_documents(auditee, &evidence.whole(), before("documents"), rows_max)
            .await?,
    };
    let chosen: Option<SoaId> = query.one("soa").and_then(|soa| soa.parse().ok());
    let at = now(&app)?;
    let page = app.store.ask(|world| {
        let auditee = world.get::<Auditee>(auditee)?;
        View { world, words: &visitor.words, auditee, at }.page(&visitor, &lists, chosen)
    });
    let mut page = page.await.map_err(Fault::unanswered)?;
    page.tables = visitor.asker.open_way(Some(format!("/auditees/{auditee}/tables"))).await?;
    Ok(html(&page))
}

/// What an auditee's page is made from.
struct View<'v> {
    world: &'v World,
    words: &'v Words,
    auditee: &'v Auditee,
    at: Timestamp,
}

impl View<'_> {
    fn page(&self, visitor: &Visitor, lists: &Lists, chosen: Option<SoaId>) -> Result<AuditeePage, Stop> {
        let (words, auditee) = (self.words, self.auditee);
        let key = Key::of(auditee.id());
        let mut soas = self.world.list::<Soa>("auditee", auditee.id())?;
        soas.retain(|soa| lists.soas.contains(&soa.id()));
        soas.sort_by_key(|soa| std::cmp::Reverse((*soa.dated(), soa.id())));
        let place = chosen.and_then(|chosen| soas.iter().position(|soa| soa.id() == chosen)).unwrap_or(0);
        let pair = soas.get(place).zip(soas.get(place + 1));
        let open: Vec<Noted> = lists.open.iter().take(LISTED).map(|finding| self.noted(finding)).collect();
        let rest = lists.findings.iter().take(LISTED);
        let rest = rest.filter(|finding| !lists.open.iter().any(|open| open.id == finding.id));
        let back = href(key);
        let older =
            |name: &str, last: Option<Uuid>| last.map(|last| format!("{back}?{name}={last}#{name}-title"));
        let id = auditee.id().to_string();
        let update = act_href("auditee.update", &[("auditee", &id)], &back);
        let enter_soa = act_href("soa.enter", &[("auditee", &id)], &back);
        Ok(AuditeePage {
            frame: Frame::of(visitor, "/auditees", auditee.name().to_string())
                .under(words.say("nav-auditees"), "/auditees"),
            words: words.clone(),
            kind: words.word("AuditeeKind", auditee.kind().word()),
            lacks: self.lacks(lists, &soas, &update, &enter_soa),
            units: auditee.units().iter().map(|unit| UnitLine::of(words, auditee, unit)).collect(),
            processes: auditee.processes().iter().map(|process| process.name.to_string()).collect(),
            sites: auditee.sites().iter().map(|site| self.sited(site)).collect(),
            map: Picture::of(words, self.map()),
            contacts: self.contacts()?,
            audits: lists.audits.iter().take(LISTED).map(|audit| self.audited(audit)).collect(),
            audits_older: older("audits", last_shown(&lists.audits, LISTED).map(|last| last.id.uuid())),
            open_more: lists.open.len() > LISTED,
            open,
            findings: rest.map(|finding| self.noted(finding)).collect(),
            findings_older: older("findings", last_shown(&lists.findings, LISTED).map(|last| last.id.uuid())),
            documents: lists.documents.iter().take(LISTED).map(|document| self.kept(document)).collect(),
            documents_older: older(
                "documents",
                last_shown(&lists.documents, LISTED).map(|last| last.id.uuid()),
            ),
            versions: self.versions(&soas, pair.map(|(newer, _)| newer.id())),
            compared: pair.map(|(newer, older)| self.compared(newer, older)),
            update,
            tables: None,
            enter_soa,
            record: record_href(key),
        })
    }

    /// What is missing, the first first: what the register lacks, then what waits at the auditee.
    fn lacks(&self, lists: &Lists, soas: &[&Soa], update: &str, enter_soa: &str) -> Vec<Lack> {
        let (words, auditee) = (self.words, self.auditee);
        let mut lacks = Vec::new();
        let mut lack = |is: bool, what: String, clause: &'static str, act: Link| {
            if is {
                lacks.push(Lack { what, clause, act: Some(act) });
            }
        };
        let change = || (words.command("auditee.update"), update.to_owned());
        let bare = auditee.units().is_empty() && auditee.processes().is_empty();
        lack(auditee.sites().is_empty(), words.say("auditee-lack-sites"), "ISO 19011:2018 5.4.3", change());
        lack(bare, words.say("auditee-lack-units"), "ISO 19011:2018 5.4.3", change());
        lack(
            auditee.contacts().is_empty(),
            words.say("auditee-lack-contacts"),
            "ISO 19011:2018 6.2.2",
            change(),
        );
        lack(
            soas.is_empty(),
            words.say("auditee-lack-soa"),
            "ISO/IEC 27001:2022 6.1.3 d)",
            (words.command("soa.enter"), enter_soa.to_owned()),
        );
        if let Some(first) = lists.open.iter().min_by_key(|finding| finding.id.uuid()) {
            let open = words.with("auditee-follow-up", "number", first.number);
            let count = lists.open.len().min(LISTED);
            let title = first.title.to_string();
            let what = if lists.open.len() > LISTED {
                words.with2("auditee-lack-closed-many", "count", count, "title", title)
            } else {
                words.with2("auditee-lack-closed", "count", count, "title", title)
            };
            lack(true, what, "ISO 19011:2018 6.7", (open, href(Key::of(first.id))));
        }
        let plan = (words.say("auditee-plan"), list_href(Kind::Programme));
        lack(lists.audits.is_empty(), words.say("auditee-lack-audit"), "ISO 19011:2018 5.4.3", plan);
        lacks
    }

    fn sited(&self, site: &Site) -> Sited {
        Sited {
            key: site.key.to_string(),
            name: site.name.to_string(),
            kind: self.words.word("SiteKind", site.kind.word()),
            place: site.place.to_string(),
            zone: format!("{} ({})", site.zone, self.offset(site).1),
        }
    }

    /// How far a site's clock is from UTC now: in seconds, and in words.
    fn offset(&self, site: &Site) -> (i32, String) {
        let zone = TimeZone::get(site.zone.as_str()).unwrap_or(TimeZone::UTC);
        let Ok(instant) = jiff::Timestamp::from_millisecond(self.at.millis()) else {
            return (0, "UTC".to_owned());
        };
        let seconds = zone.to_offset(instant).seconds();
        let (hours, minutes) = (seconds.abs() / 3_600, seconds.abs() % 3_600 / 60);
        let sign = if seconds < 0 { '−' } else { '+' };
        let said = match (hours, minutes) {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
        };
        (seconds, said)
    }

    fn map(&self) -> Figure {
        let words = self.words;
        let mut zones: Vec<(i32, SiteZone)> = Vec::new();
        let mut reached = Vec::new();
        for site in self.auditee.sites() {
            let (seconds, said) = self.offset(site);
            let mark = |place: String, kind| SiteMark {
                name: site.name.to_string(),
                place,
                kind,
                // The list below the map says everything of it; names that are cut would make poor links.
                href: None,
            };
            match site.kind {
                SiteKind::Virtual => {
                    reached.push(mark(format!("{} · {}", site.place, said), SiteMarkKind::Virtual));
                }
                SiteKind::Physical => {
                    let mark = mark(site.place.to_string(), SiteMarkKind::Physical);
                    match zones.iter_mut().find(|(_, zone)| zone.name == site.zone.as_str()) {
                        Some((_, zone)) => zone.sites.push(mark),
                        None => {
                            let name = site.zone.to_string();
                            zones.push((seconds, SiteZone { name, offset: said, sites: vec![mark] }));
                        }
                    }
                }
            }
        }
        zones.sort_by(|(one, a), (other, b)| (one, &a.name).cmp(&(other, &b.name)));
        let mut zones: Vec<SiteZone> = zones.into_iter().map(|(_, zone)| zone).collect();
        if !reached.is_empty() {
            let (name, offset) = (words.say("auditee-virtual"), words.say("auditee-virtual-about"));
            zones.push(SiteZone { name, offset, sites: reached });
        }
        let map = SiteMap {
            caption: Caption {
                title: words.say("auditee-map"),
                description: words.say("auditee-map-about"),
                empty: words.say("auditee-sites-empty"),
                left_out: words.say("people-left-out"),
            },
            words: SiteWords {
                zone: words.field("Site", "zone"),
                site: words.say("auditee-site"),
                place: words.field("Site", "place"),
                kind: words.field("Site", "kind"),
                physical: words.word("SiteKind", SiteKind::Physical.word()),
                virtual_place: words.word("SiteKind", SiteKind::Virtual.word()),
            },
            zones,
        };
        map.figure(&Picture::page("sites"))
    }

    fn contacts(&self) -> Result<Vec<(Link, String)>, Stop> {
        let contacts = self.auditee.contacts();
        self.world.want(contacts.iter().map(|contact| contact.person))?;
        let line = |contact: &assize_domain::auditee::Contact| {
            let person = self.world.find::<Person>(contact.person)?;
            let name =
                person.map_or_else(|| self.words.say("person-erased"), |person| person.name().to_string());
            Ok(((name, href(Key::of(contact.person))), contact.function.to_string()))
        };
        contacts.iter().map(line).collect()
    }

    fn audited(&self, audit: &AuditGlance) -> Audited {
        Audited {
            title: audit.title.to_string(),
            href: href(Key::of(audit.id)),
            audit_type: self.words.word("AuditType", audit.audit_type.word()),
            window: self.words.period(&audit.window),
            state: self.words.word("AuditState", &audit.state),
        }
    }

    fn noted(&self, finding: &FindingGlance) -> Noted {
        let kind = finding.kind.word();
        let grade_word = match (&finding.grade_label, &finding.grade) {
            (Some(label), _) => grade_label(self.words, label.as_str()),
            (None, Some(grade)) => self.words.with("finding-of-grade", "grade", grade.as_str()),
            (None, None) => self.words.word("FindingKind", kind),
        };
        let audit = finding.audit_title.as_ref().map(ToString::to_string).unwrap_or_default();
        Noted {
            title: finding.title.to_string(),
            href: href(Key::of(finding.id)),
            grade: finding.grade.as_ref().map_or_else(|| kind.to_owned(), ToString::to_string),
            grade_word,
            state: self.words.word("FindingState", finding.stage.word()),
            audit: format!("{} · {audit}", self.words.with("finding-numbered", "number", finding.number)),
        }
    }

    fn kept(&self, document: &DocumentGlance) -> Kept {
        Kept {
            name: document.name.to_string(),
            href: href(Key::of(document.id)),
            file: document.taken.then(|| format!("/evidence/{}/file", document.id)),
            classification: self.words.word("Classification", document.classification.word()),
            audit: document.audit_title.as_ref().map(ToString::to_string).unwrap_or_default(),
        }
    }

    fn versions(&self, soas: &[&Soa], shown: Option<SoaId>) -> Vec<Version> {
        let back = href(Key::of(self.auditee.id()));
        let version = |(place, soa): (usize, &&Soa)| {
            let necessary = soa.rows().iter().filter(|row| row.necessary).count();
            let implemented = soa
                .rows()
                .iter()
                .filter(|row| {
                    row.necessary && row.implemented == assize_domain::words::Implementation::Implemented
                })
                .count();
            Version {
                label: soa.label().to_string(),
                href: href(Key::of(soa.id())),
                files: format!("/statements/{}/files", soa.id()),
                dated: self.words.date(*soa.dated()),
                criteria: soa.criteria().to_string(),
                necessary,
                excluded: soa.rows().len() - necessary,
                implemented,
                compare: soas.get(place + 1).map(|_| format!("{back}?soa={}#soa-title", soa.id())),
                compared: shown == Some(soa.id()),
            }
        };
        soas.iter().enumerate().map(version).collect()
    }

    fn compared(&self, newer: &Soa, older: &Soa) -> Compared {
        let words = self.words;
        let row = |soa: &'_ Soa, control: &str| {
            soa.rows().iter().find(|row| row.control.as_str() == control).cloned()
        };
        let mut controls: Vec<String> = older.rows().iter().map(|row| row.control.to_string()).collect();
        for row in newer.rows() {
            if !controls.iter().any(|control| control == row.control.as_str()) {
                controls.push(row.control.to_string());
            }
        }
        let differences = controls.into_iter().filter_map(|control| {
            let (before, after) = (row(older, &control), row(newer, &control));
            if before == after {
                return None;
            }
            let title = after.as_ref().or(before.as_ref()).and_then(|row| row.title.as_ref());
            Some(Difference {
                title: title.map(ToString::to_string).unwrap_or_default(),
                before: self.said(before.as_ref()),
                after: self.said(after.as_ref()),
                control,
            })
        });
        let mut differences: Vec<Difference> = differences.collect();
        let more = differences.len().saturating_sub(DIFFERENCES);
        differences.truncate(DIFFERENCES);
        let title = words.with2(
            "auditee-soa-compared",
            "older",
            older.label().to_string(),
            "newer",
            newer.label().to_string(),
        );
        Compared { title, differences, more }
    }

    /// What a version says of a control, in a line.
    fn said(&self, row: Option<&SoaRow>) -> String {
        let words = self.words;
        let Some(row) = row else { return words.say("auditee-soa-absent") };
        let reason = if row.necessary { &row.why } else { &row.why_excluded };
        let reason = reason.as_ref().map(ToString::to_string).unwrap_or_default();
        if row.necessary {
            let state = words.word("Implementation", row.implemented.word());
            words.with2("auditee-soa-necessary", "state", state, "why", reason)
        } else {
            words.with("auditee-soa-excluded", "why", reason)
        }
    }
}

impl AuditeePage {
    /// The next act: what is missing first.
    fn next(&self) -> Option<(&Lack, &Link)> {
        self.lacks.iter().find_map(|lack| Some((lack, lack.act.as_ref()?)))
    }
}
