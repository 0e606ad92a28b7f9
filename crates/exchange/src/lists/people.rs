//! People with what shows their competence, from a list: one row each, or a row for each credential.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::World;
use assize_domain::auditor::Person;
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::{Language, Slug};
use assize_domain::words::CredentialKind;
use serde_json::{Value, json};

use super::{ListRead, Said, credential_kind};
use crate::areas::Areas;
use crate::columns::{Columns, SheetOf};
use crate::table::came::{CameCell, whole};
use crate::table::edits::{Deed, RowPlan, Wrong, cut, day, fresh_key, some};
use crate::table::{Edit, Wording};

/// What stands where the id of somebody will stand who is registered in the same act.
const NOBODY_YET: &str = "00000000-0000-7000-8000-000000000000";
/// The area of a credential where a list says none.
const AREA: &str = "isms";

/// What a list leaves out of each person.
#[derive(Clone, Debug)]
pub struct Usual<'u> {
    /// For whom they work.
    pub employer: &'u str,
    /// Their time zone.
    pub zone: &'u str,
    /// The first day of what says none: the day of the import.
    pub today: String,
}

/// Reads a list of people. Who is in the register is known by mail address, else by name; what the list says otherwise is changed, what it does
/// not say stays. Areas of competence are understood by their titles in any of `languages`. A credential that is there already, of that title,
/// area and first day, is left.
///
/// # Errors
/// [`Stop::Need`].
pub fn people<W: Wording>(
    world: &World,
    sheet: SheetOf<'_>,
    columns: &Columns,
    register: &[PersonId],
    usual: &Usual<'_>,
    languages: &[W],
) -> Result<ListRead, Stop> {
    world.want(register.iter().copied())?;
    let areas = Areas::of(world, languages)?;
    let mut read = ListRead::default();
    let mut known: Vec<Known> = Vec::with_capacity(register.len());
    for id in register {
        known.extend(world.find::<Person>(*id)?.map(|person| Known::of(world, person)).transpose()?);
    }
    for row in Said::all(sheet, columns) {
        let mut plan = RowPlan::fresh(sheet.name, row.number);
        plan.title = row.get("name").to_owned();
        match found(&known, row.get("email"), row.get("name")) {
            Found::One(at) => {
                let Some(one) = known.get_mut(at) else { continue };
                plan.is_new = false;
                plan.id = one.id.clone().unwrap_or_default();
                one.update(&row, &mut plan);
                one.credential(&row, usual, &areas, &mut plan);
            }
            Found::Several => plan.flaw(Some("name"), Wrong::Several(cut(row.get("name")))),
            Found::None => {
                let mut one = Known::fresh(&row, usual, &mut plan);
                one.credential(&row, usual, &areas, &mut plan);
                if plan.flaws.is_empty() {
                    known.push(one);
                }
            }
        }
        if plan.cells.is_empty() && plan.flaws.is_empty() {
            read.unchanged += 1;
        } else {
            read.rows.push(plan);
        }
    }
    Ok(read)
}

/// Somebody as they stand after the rows that were read.
struct Known {
    /// Their id; none where a row of this list registers them.
    id: Option<String>,
    /// In which row, and so in which act, they are registered.
    row: Option<u32>,
    name: String,
    email: String,
    /// The body of `person.update`.
    body: Value,
    version: Option<i64>,
    keys: BTreeSet<String>,
    /// Title, area and first day of what they have.
    has: BTreeSet<(String, String, String)>,
}

enum Found {
    One(usize),
    Several,
    None,
}

fn found(known: &[Known], email: &str, name: &str) -> Found {
    let of = |is: &dyn Fn(&Known) -> bool| -> Vec<usize> {
        known.iter().enumerate().filter(|(_, one)| is(one)).map(|(at, _)| at).collect()
    };
    let mut all = Vec::new();
    if !email.is_empty() {
        all = of(&|one: &Known| one.email.eq_ignore_ascii_case(email));
    }
    if all.is_empty() {
        // Of one name with another mail address is somebody else.
        let name = name.to_lowercase();
        all =
            of(&|one: &Known| one.name.to_lowercase() == name && (email.is_empty() || one.email.is_empty()));
    }
    match all.as_slice() {
        [] => Found::None,
        [one] => Found::One(*one),
        _ => Found::Several,
    }
}

fn cell(column: &'static str, from: impl Into<String>, to: impl Into<String>) -> CameCell {
    CameCell { column, title: String::new(), edit: Edit::Open, from: from.into(), to: to.into() }
}

/// Tags of languages: `de; en`, `DE, EN`, and the words for the two that lists use most.
fn languages(text: &str) -> Result<Vec<String>, Wrong> {
    let mut tags: Vec<String> = Vec::new();
    for part in text.split([',', ';', '/', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let lower = part.to_lowercase();
        let words: [(&[&str], &str); 6] = [
            (&["german", "deutsch"], "de"),
            (&["english", "englisch"], "en"),
            (&["french", "französisch"], "fr"),
            (&["italian", "italienisch"], "it"),
            (&["spanish", "spanisch"], "es"),
            (&["dutch", "niederländisch"], "nl"),
        ];
        let tag =
            words.iter().find(|(names, _)| names.contains(&lower.as_str())).map(|(_, tag)| (*tag).to_owned());
        let tag = tag.unwrap_or(lower);
        tag.parse::<Language>().map_err(|_| Wrong::NoKey(cut(part)))?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}

impl Known {
    fn of(world: &World, person: &Person) -> Result<Self, Stop> {
        let mut body = person.to_json();
        if let Some(object) = body.as_object_mut() {
            for field in ["id", "credentials", "development", "declarations", "absences", "code"] {
                object.remove(field);
            }
            object.insert("person".to_owned(), json!(person.id().to_string()));
        }
        let has = person.credentials().iter().map(|one| {
            (one.title.as_str().to_lowercase(), one.area.to_string(), one.period.from.to_string())
        });
        Ok(Self {
            id: Some(person.id().to_string()),
            row: None,
            name: person.name().to_string(),
            email: person.email().as_ref().map(ToString::to_string).unwrap_or_default(),
            body,
            version: Some(world.version(assize_domain::Key::of(person.id()))?),
            keys: person.credentials().iter().map(|one| one.key.to_string()).collect(),
            has: has.collect(),
        })
    }

    /// Somebody who is registered by this row.
    fn fresh(row: &Said<'_>, usual: &Usual<'_>, plan: &mut RowPlan) -> Self {
        let name = row.get("name");
        if name.is_empty() {
            plan.flaw(Some("name"), Wrong::Needed);
        }
        let spoken = plan.read("languages", languages(row.get("languages"))).unwrap_or_default();
        let or = |said: &str, usual: &str| if said.is_empty() { usual.to_owned() } else { said.to_owned() };
        let (employer, zone) = (or(row.get("employer"), usual.employer), or(row.get("zone"), usual.zone));
        let body = json!({ "name": name, "email": some(row.get("email")), "employer": employer, "languages": spoken,
            "zone": zone, "home": some(&row.get("home").to_lowercase()), "day_rate_cents": null });
        plan.cells.push(cell("name", "", name));
        for (column, to) in [
            ("email", row.get("email").to_owned()),
            ("employer", employer),
            ("languages", spoken.join(", ")),
            ("zone", zone),
        ] {
            if !to.is_empty() {
                plan.cells.push(cell(column, "", to));
            }
        }
        plan.deeds.push(Deed::new("person.register", body.clone()));
        Self {
            id: None,
            row: Some(row.number),
            name: name.to_owned(),
            email: row.get("email").to_owned(),
            body,
            version: None,
            keys: BTreeSet::new(),
            has: BTreeSet::new(),
        }
    }

    /// What the row says otherwise of somebody who is in the register.
    fn update(&mut self, row: &Said<'_>, plan: &mut RowPlan) {
        if self.id.is_none() {
            return;
        }
        let before = plan.cells.len();
        for (column, said) in [
            ("name", row.get("name").to_owned()),
            ("email", row.get("email").to_owned()),
            ("employer", row.get("employer").to_owned()),
            ("zone", row.get("zone").to_owned()),
            ("home", row.get("home").to_lowercase()),
        ] {
            let held = self.body.get(column).and_then(Value::as_str).unwrap_or_default().to_owned();
            if !said.is_empty() && said != held {
                plan.cells.push(cell(column, held, &*said));
                self.put(column, json!(said));
            }
        }
        if !row.get("languages").is_empty()
            && let Some(spoken) = plan.read("languages", languages(row.get("languages")))
        {
            let held = self.body.get("languages").cloned().unwrap_or_default();
            if held != json!(spoken) {
                let held: Vec<&str> = held
                    .as_array()
                    .map(|all| all.iter().filter_map(Value::as_str).collect())
                    .unwrap_or_default();
                plan.cells.push(cell("languages", held.join(", "), spoken.join(", ")));
                self.put("languages", json!(spoken));
            }
        }
        if plan.cells.len() > before {
            // A later row of the same person is given on what this one came to.
            let expected = self.version.take();
            plan.deeds.push(Deed { expected, ..Deed::new("person.update", self.body.clone()) });
        }
    }

    fn put(&mut self, field: &str, value: Value) {
        if let Some(object) = self.body.as_object_mut() {
            object.insert(field.to_owned(), value);
        }
    }

    /// The credential that the row names, where they do not have it.
    fn credential<W: Wording>(
        &mut self,
        row: &Said<'_>,
        usual: &Usual<'_>,
        areas: &Areas<'_, W>,
        plan: &mut RowPlan,
    ) {
        let title = row.get("title");
        if title.is_empty() {
            return;
        }
        let known = match row.get("area") {
            "" => Some(AREA.to_owned()),
            said => areas.key(said),
        };
        let is_own = known.is_none();
        let area = known.unwrap_or_else(|| super::parts::slug(row.get("area")));
        let area = plan.read("area", area.parse::<Slug>().map_err(|_| Wrong::NoKey(cut(row.get("area")))));
        let from = match row.get("from") {
            "" => Some(usual.today.clone()),
            said => plan.read("from", day(said)),
        };
        let to = match row.get("to") {
            "" => Some(Value::Null),
            said => plan.read("to", day(said)).map(Value::from),
        };
        let amount = match row.get("amount") {
            "" => Some(Value::Null),
            said => plan.read(
                "amount",
                whole(said)
                    .and_then(|amount| u32::try_from(amount).ok())
                    .map(Value::from)
                    .ok_or_else(|| Wrong::NoNumber(cut(said))),
            ),
        };
        let (Some(area), Some(from), Some(to), Some(amount)) = (area, from, to, amount) else { return };
        let said_from = row.get("from");
        let same = |(held, of, since): &(String, String, String)| {
            *held == title.to_lowercase()
                && *of == area.to_string()
                && (said_from.is_empty() || *since == from)
        };
        if self.has.iter().any(same) {
            return;
        }
        let kind = credential_kind(row.get("kind"))
            .or_else(|| credential_kind(title))
            .unwrap_or(CredentialKind::Qualification.word());
        let issuer = match row.get("issuer") {
            "" => self.body.get("employer").and_then(Value::as_str).unwrap_or(usual.employer).to_owned(),
            said => said.to_owned(),
        };
        if is_own {
            plan.note("area", Wrong::OwnArea(cut(row.get("area"))));
        }
        plan.cells.push(cell("title", "", format!("{title} ({area})")));
        for (column, to) in [("from", from.as_str()), ("to", to.as_str().unwrap_or_default())] {
            if !to.is_empty() {
                plan.cells.push(cell(column, "", to));
            }
        }
        let key = fresh_key(title, &mut self.keys);
        self.has.insert((title.to_lowercase(), area.to_string(), from.clone()));
        let credential = json!({ "key": key, "kind": kind, "area": area.to_string(), "title": title, "issuer": issuer,
            "period": { "from": from, "to": to }, "amount": amount, "evidence": null });
        let body = json!({ "person": self.id.as_deref().unwrap_or(NOBODY_YET), "credential": credential });
        let mut deed = Deed::new("credential.add", body);
        if self.id.is_none() {
            deed.after = Some(("/person", 0));
            deed.registered_in = self.row;
        }
        plan.deeds.push(deed);
    }
}

/// The rows of a list by their numbers, for whoever looks up in which row somebody was registered.
#[must_use]
pub fn by_number(rows: &[RowPlan]) -> BTreeMap<u32, usize> {
    rows.iter().enumerate().map(|(at, row)| (row.row, at)).collect()
}
