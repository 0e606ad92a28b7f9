//! Playing a story: deed after deed, each at its time, ids kept under their keys.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::door::{Door, Trouble};
use super::fieldwork;
use super::frame::{Adoption, Frame};
use super::script::{Deed, Script, What};
use super::value::{Malformed, list, text};
use crate::bridge::set;

/// What a story came to.
#[derive(Clone, Debug, Default)]
pub struct Played {
    /// Ids by their keys: `audit`, `report`, `person:adaeze-nwosu`, `finding:NC-01`.
    pub ids: BTreeMap<String, String>,
    /// How many deeds were done.
    pub deeds: usize,
    /// What the law refused, as it should: rule and clause.
    pub refused: Vec<(String, String)>,
}

/// Where a story stands, for whoever watches.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// How many deeds are done.
    pub done: usize,
    /// How many there are as far as is known.
    pub of: usize,
    /// The command.
    pub name: &'a str,
}

/// A story cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum Stuck {
    /// The file is not a story.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// A deed was not done.
    #[error("{what}, by {by}: {trouble}")]
    Deed {
        /// What.
        what: String,
        /// By whom.
        by: String,
        /// Why not.
        trouble: Trouble,
    },
}

/// The whole story: programme, audit, report, follow-up.
///
/// # Errors
/// [`Malformed`].
fn play_script(story: &Value, files: &[String], adoptions: &[Adoption]) -> Result<Script, Malformed> {
    let mut script = prepared(story, files, adoptions)?;
    let frame = Frame::of(story)?;
    frame.conduct(&mut script)?;
    frame.report(&mut script)?;
    frame.afterwards(&mut script)?;
    Ok(script)
}

fn prepared(story: &Value, files: &[String], adoptions: &[Adoption]) -> Result<Script, Malformed> {
    let frame = Frame::of(story)?;
    let mut script = Script::default();
    frame.register(adoptions, &mut script)?;
    frame.programme(&mut script)?;
    frame.team(&mut script)?;
    frame.prepare(files, &mut script)?;
    Ok(script)
}

/// Plays a whole story. `folder` holds its documents, `files` names those to take; `adoptions` are the commands that adopt a catalogue.
///
/// # Errors
/// [`Stuck`] at the first deed that is not done.
pub async fn play(
    story: &Value,
    folder: &Path,
    files: &[String],
    adoptions: &[Adoption],
    door: &mut impl Door,
    watch: impl FnMut(Step<'_>),
) -> Result<Played, Stuck> {
    let script = play_script(story, files, adoptions)?;
    Player { story, folder, played: Played::default(), watch }.run(script, door).await
}

/// Plays a story up to the preparation of its audit.
///
/// # Errors
/// [`Stuck`].
pub async fn prepare(
    story: &Value,
    folder: &Path,
    files: &[String],
    adoptions: &[Adoption],
    door: &mut impl Door,
    watch: impl FnMut(Step<'_>),
) -> Result<Played, Stuck> {
    let script = prepared(story, files, adoptions)?;
    Player { story, folder, played: Played::default(), watch }.run(script, door).await
}

struct Player<'a, W> {
    story: &'a Value,
    folder: &'a Path,
    played: Played,
    watch: W,
}

impl<W: FnMut(Step<'_>)> Player<'_, W> {
    async fn run(mut self, script: Script, door: &mut impl Door) -> Result<Played, Stuck> {
        let mut deeds: std::collections::VecDeque<Deed> = script.deeds().into();
        while let Some(deed) = deeds.pop_front() {
            let name = deed.what.name().to_owned();
            (self.watch)(Step {
                done: self.played.deeds,
                of: self.played.deeds + deeds.len() + 1,
                name: &name,
            });
            let by = deed.by.clone().unwrap_or_else(|| "the operator".to_owned());
            self.do_one(&deed, door).await.map_err(|trouble| Stuck::Deed {
                what: name.clone(),
                by,
                trouble,
            })?;
            self.played.deeds += 1;
            if name == "papers.make" {
                let audit = self.id("audit").map_err(|trouble| stuck(&name, trouble))?;
                let papers =
                    door.list("paper", "audit", &audit).await.map_err(|trouble| stuck(&name, trouble))?;
                let mut more = Script::default();
                fieldwork::deeds(&Frame::of(self.story)?, &papers, &mut more)?;
                let mut all = Script::default();
                let conducts = deeds.iter().any(|deed| deed.what.name() == "audit.begin");
                for deed in deeds.drain(..) {
                    all.push(deed.at, deed.by.as_deref(), deed.what);
                }
                for deed in more.deeds() {
                    if conducts || deed.what.name() == "papers.assign" {
                        all.push(deed.at, deed.by.as_deref(), deed.what);
                    }
                }
                deeds = all.deeds().into();
            }
        }
        Ok(self.played)
    }

    async fn do_one(&mut self, deed: &Deed, door: &mut impl Door) -> Result<(), Trouble> {
        let by = deed.by.as_ref().map(|by| self.id(&format!("person:{by}"))).transpose()?;
        let by = by.as_deref();
        let someone = by.unwrap_or_default();
        match &deed.what {
            What::Command { name, body, keep } => {
                let ids = door.act(deed.at, by, name, &self.resolve(body)?).await?;
                if let (Some(key), Some(id)) = (keep, ids.first()) {
                    self.played.ids.insert(key.clone(), id.clone());
                }
                if name == "trail.adopt" {
                    // In a new store each of them is adopted, in this order.
                    let keys = list(body, "trails").iter().map(|trail| text(trail, "trail"));
                    for (key, id) in keys.zip(ids) {
                        let key = key.map_err(|malformed| Trouble::Malformed(malformed.to_string()))?;
                        self.played.ids.insert(format!("trail:{key}"), id);
                    }
                }
            }
            What::Refused { name, body, rule } => {
                match door.act(deed.at, by, name, &self.resolve(body)?).await {
                    Err(Trouble::Refused(refused)) => {
                        match refused.iter().find(|refused| refused.rule == *rule) {
                            Some(refused) => {
                                self.played.refused.push((refused.rule.clone(), refused.clause.clone()))
                            }
                            None => return Err(Trouble::Refused(refused)),
                        }
                    }
                    Err(other) => return Err(other),
                    Ok(_) => return Err(Trouble::Fault(format!("the law let pass what `{rule}` refuses"))),
                }
            }
            What::Take { file } => {
                let bytes = self.read(file)?;
                let audit = self.id("audit")?;
                let id = door.take(deed.at, someone, &audit, file, bytes).await?;
                self.played.ids.insert(format!("file:{file}"), id);
            }
            What::Soa { file, body } => {
                let bytes = self.read(file)?;
                let body = self.resolve(body)?;
                let ids = door.enter_soa(deed.at, someone, &body, file, bytes).await?;
                if let Some(id) = ids.first() {
                    self.played.ids.insert("soa".to_owned(), id.clone());
                }
            }
            What::OnContent { name, body } => {
                let mut body = self.resolve(body)?;
                set(&mut body, "content", Value::String(door.content(&self.id("report")?).await?));
                door.act(deed.at, by, name, &body).await?;
            }
            What::Issue => door.issue(deed.at, someone, &self.id("report")?).await?,
        }
        Ok(())
    }

    fn read(&self, file: &str) -> Result<Vec<u8>, Trouble> {
        std::fs::read(self.folder.join(file))
            .map_err(|error| Trouble::Fault(format!("{file} cannot be read: {error}")))
    }

    fn id(&self, key: &str) -> Result<String, Trouble> {
        self.played
            .ids
            .get(key)
            .cloned()
            .ok_or_else(|| Trouble::Malformed(format!("nothing is known as `{key}` yet")))
    }

    /// The body with every `@KEY` replaced by its id.
    fn resolve(&self, body: &Value) -> Result<Value, Trouble> {
        Ok(match body {
            Value::String(text) => match text.strip_prefix('@') {
                Some(key) => Value::String(self.id(key)?),
                None => body.clone(),
            },
            Value::Array(list) => {
                Value::Array(list.iter().map(|one| self.resolve(one)).collect::<Result<_, _>>()?)
            }
            Value::Object(table) => Value::Object(
                table
                    .iter()
                    .map(|(key, one)| Ok((key.clone(), self.resolve(one)?)))
                    .collect::<Result<_, Trouble>>()?,
            ),
            Value::Null | Value::Bool(_) | Value::Number(_) => body.clone(),
        })
    }
}

fn stuck(what: &str, trouble: Trouble) -> Stuck {
    Stuck::Deed { what: what.to_owned(), by: "the player".to_owned(), trouble }
}

impl What {
    /// The name of the command that it comes to.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Command { name, .. } | Self::Refused { name, .. } | Self::OnContent { name, .. } => name,
            Self::Take { .. } => "evidence.take",
            Self::Soa { .. } => "soa.enter",
            Self::Issue => "report.issue",
        }
    }
}
