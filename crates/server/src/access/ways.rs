//! Which ways on a page are open to its reader: asked as the layer asks at the door itself, and noted nowhere, since nobody went there.

use assize_access::Action;
use assize_access::commands::deed_of;
use assize_domain::{Key, Kind};
use assize_store::StoreError;
use uuid::Uuid;

use super::asker::{Asker, read_action};
use super::commands::BY_DOOR;
use super::doors::{Asks, Door, named_in, opens_by_door};
use crate::exports;
use crate::web::Posted;

impl Asker {
    /// Whether a way of a page leads to a door that is open to who asks: the address of a page, or of the form of a command with the
    /// record that it acts on. Which of those who may give a command may give it now, the law says when it is given.
    pub(crate) async fn opens(&self, way: &str) -> Result<bool, StoreError> {
        self.opens_by("GET", way).await
    }

    /// The same of an address that a form is sent to.
    pub(crate) async fn takes(&self, way: &str) -> Result<bool, StoreError> {
        self.opens_by("POST", way).await
    }

    /// Those of some things whose ways are open.
    pub(crate) async fn open_ways<T>(
        &self,
        things: Vec<T>,
        way: impl Fn(&T) -> &str,
    ) -> Result<Vec<T>, StoreError> {
        let mut open = Vec::with_capacity(things.len());
        for thing in things {
            if self.opens(way(&thing)).await? {
                open.push(thing);
            }
        }
        Ok(open)
    }

    /// A way that is open; nothing where it is not.
    pub(crate) async fn open_way(&self, way: Option<String>) -> Result<Option<String>, StoreError> {
        match way {
            Some(way) if self.opens(&way).await? => Ok(Some(way)),
            _ => Ok(None),
        }
    }

    async fn opens_by(&self, method: &str, way: &str) -> Result<bool, StoreError> {
        let way = way.split('#').next().unwrap_or_default();
        let (path, query) = way.split_once('?').unwrap_or((way, ""));
        let Some((door, params)) = named_in(method, path) else { return Ok(false) };
        if self.door().is_some() && door.asks != Asks::Nothing && !opens_by_door(method, door.path) {
            return Ok(false);
        }
        let of = |name: &str| params.iter().find(|(param, _)| *param == name).map(|(_, value)| *value);
        let id = of("id").and_then(|id| Uuid::parse_str(id).ok());
        match door.asks {
            Asks::Command => self.gives(of("name").unwrap_or_default(), query).await,
            _ if self.is_operator() => Ok(true),
            _ => self.is_open(door, id, of("kind"), of("name")).await,
        }
    }

    async fn is_open(
        &self,
        door: &Door,
        id: Option<Uuid>,
        kind: Option<&str>,
        name: Option<&str>,
    ) -> Result<bool, StoreError> {
        let key = |kind: Kind| id.map(|id| Key { kind, id });
        match door.asks {
            Asks::Nothing | Asks::SignedIn | Asks::Own | Asks::Across | Asks::Inside | Asks::Command => {
                Ok(true)
            }
            Asks::House(any) => self.any_in_house(any).await,
            Asks::Record(actions, kind) => self.any_of(actions, key(kind)).await,
            Asks::Whole(action, of, kind) => match key(kind) {
                Some(key) => self.may_on_all(action, of, key).await,
                None => Ok(false),
            },
            Asks::Named => {
                let found = kind.and_then(|kind| kind.parse::<Kind>().ok());
                match found.and_then(|kind| key(kind).map(|key| (kind, key))) {
                    Some((kind, key)) => self.may(read_action(kind), key).await,
                    None => Ok(false),
                }
            }
            // Which version is seen, the page of the plan says.
            Asks::Plan => self.any_of(&[Action::See], key(Kind::Audit)).await,
            Asks::AuditFile if name.and_then(exports::of_team).is_some() => {
                self.any_of(&[Action::Export, Action::Audit], key(Kind::Audit)).await
            }
            Asks::AuditFile => self.any_of(&[Action::Export], key(Kind::Audit)).await,
            Asks::Door => Ok(self.door().is_some()),
        }
    }

    /// Whether they may give a command on the record that the query of its form names; where it names none, whether they may give it at all.
    async fn gives(&self, name: &str, query: &str) -> Result<bool, StoreError> {
        let Some(deed) = deed_of(name) else { return Ok(false) };
        if self.door().is_some() && !BY_DOOR.contains(&name) {
            return Ok(false);
        }
        if self.is_operator() {
            return Ok(true);
        }
        let query = Posted::read(query.as_bytes());
        let named = deed.on.iter().find_map(|(at, kind)| {
            let id = query.filled(at.trim_start_matches('/'))?.parse().ok()?;
            Some(Key { kind: *kind, id })
        });
        if let Some(key) = named {
            return self.any_of(deed.actions, Some(key)).await;
        }
        let in_house: Vec<(Action, &str)> =
            deed.actions.iter().map(|action| (*action, "organization")).collect();
        if self.any_in_house(&in_house).await? {
            return Ok(true);
        }
        Ok(!deed.on.is_empty() && self.has_business().await?)
    }

    async fn any_of(&self, actions: &[Action], key: Option<Key>) -> Result<bool, StoreError> {
        let Some(key) = key else { return Ok(false) };
        for action in actions {
            if self.may(*action, key).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn any_in_house(&self, any: &[(Action, &str)]) -> Result<bool, StoreError> {
        for (action, of) in any {
            if self.may_in_house(*action, of).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
