//! The declarations of the law: each macro makes a type and its [`Datum`](crate::kernel::datum::Datum) from one text.
//!
//! `words!`, `data!`, `states!` and `struct_datum!` serve the inputs of the methods too; records, events and commands are the law's alone.

/// Enumerations without data: a word in text, JSON, columns and messages.
#[macro_export]
macro_rules! words {
    ($( $(#[$meta:meta])* pub enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $word:literal ),+ $(,)? } )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$vmeta])* $variant ),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];
            /// Every word, in the order of declaration.
            pub const WORDS: &'static [&'static str] = &[ $( $word ),+ ];

            /// The value's word.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $( Self::$variant => $word ),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl $crate::kernel::said::Tell for $name {
            fn tell(&self) -> $crate::kernel::said::Arg {
                $crate::kernel::said::Arg::Word { of: stringify!($name), word: self.word() }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::kernel::text::BadValue;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $word => Ok(Self::$variant), )+
                    _ => Err($crate::kernel::text::BadValue::new($crate::kernel::said::say!(
                        "is not one of {words}", words = concat!($( " `", $word, "`" ),+).trim_start()
                    ))),
                }
            }
        }

        impl $crate::kernel::datum::Datum for $name {
            const SCALAR: bool = true;
            fn shape(name: &str, shape: &mut $crate::kernel::datum::Shape) {
                shape.column(name, $crate::kernel::datum::CellType::Text, Some(Self::WORDS));
            }
            fn put(&self, out: &mut $crate::kernel::datum::Cells) {
                out.cells.push($crate::kernel::datum::Cell::Text(self.word().to_owned()));
            }
            fn put_none(out: &mut $crate::kernel::datum::Cells) {
                out.cells.push($crate::kernel::datum::Cell::Null);
            }
            fn get(source: &mut $crate::kernel::datum::CellSource) -> Result<Self, $crate::kernel::datum::Corrupt> {
                let text = source.text()?;
                text.parse().map_err(|error| $crate::kernel::datum::Corrupt::new(format!("`{text}` {error}")))
            }
            fn skip(source: &mut $crate::kernel::datum::CellSource) -> Result<(), $crate::kernel::datum::Corrupt> {
                $crate::kernel::datum::skip_scalar(source)
            }
            fn to_json(&self) -> serde_json::Value {
                serde_json::Value::String(self.word().to_owned())
            }
            fn from_json(value: &serde_json::Value, intake: &mut $crate::kernel::datum::Intake) -> Option<Self> {
                let read = value.as_str().and_then(|text| text.parse().ok());
                if read.is_none() {
                    intake.problem($crate::kernel::said::say!("{value} is not a word known here", value), $crate::kernel::said::say!("give one of {words}", words = $crate::kernel::said::listed(Self::WORDS)));
                }
                read
            }
            fn schema() -> serde_json::Value {
                serde_json::json!({ "type": "string", "title": stringify!($name), "enum": Self::WORDS })
            }
        }
    )+ };
}
pub use words;

/// Plain data: a struct whose fields are all public, because any value of each is fine.
#[macro_export]
macro_rules! data {
    ($( $(#[$meta:meta])* pub struct $name:ident { $( $(#[doc = $fdoc:literal])* $field:ident : $type:ty ),* $(,)? } )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $( $(#[doc = $fdoc])* pub $field: $type ),* }
        $crate::kernel::macros::struct_datum!($name { $( $(#[doc = $fdoc])* $field: $type ),* });
    )+ };
}
pub use data;

/// Implements `Datum` for a struct, field by field.
#[macro_export]
macro_rules! struct_datum {
    ($name:ident { $( $(#[doc = $fdoc:literal])* $field:ident : $type:ty ),* }) => {
        impl $crate::kernel::datum::Datum for $name {
            fn shape(name: &str, shape: &mut $crate::kernel::datum::Shape) {
                let _ = (name, &shape);
                $( <$type as $crate::kernel::datum::Datum>::shape(
                    &$crate::kernel::datum::joined(name, stringify!($field)), shape); )*
            }
            fn put(&self, out: &mut $crate::kernel::datum::Cells) {
                let _ = &out;
                $( $crate::kernel::datum::Datum::put(&self.$field, out); )*
            }
            fn put_none(out: &mut $crate::kernel::datum::Cells) {
                let _ = &out;
                $( <$type as $crate::kernel::datum::Datum>::put_none(out); )*
            }
            fn get(source: &mut $crate::kernel::datum::CellSource) -> Result<Self, $crate::kernel::datum::Corrupt> {
                let _ = &source;
                Ok(Self { $( $field: <$type as $crate::kernel::datum::Datum>::get(source)
                    .map_err(|corrupt| corrupt.within(stringify!($field)))? ),* })
            }
            fn skip(source: &mut $crate::kernel::datum::CellSource) -> Result<(), $crate::kernel::datum::Corrupt> {
                let _ = &source;
                $( <$type as $crate::kernel::datum::Datum>::skip(source)?; )*
                Ok(())
            }
            fn to_json(&self) -> serde_json::Value {
                #[allow(unused_mut, reason = "a struct without fields adds none")]
                let mut object = serde_json::Map::new();
                $( object.insert(stringify!($field).to_owned(), $crate::kernel::datum::Datum::to_json(&self.$field)); )*
                serde_json::Value::Object(object)
            }
            fn from_json(value: &serde_json::Value, intake: &mut $crate::kernel::datum::Intake) -> Option<Self> {
                let Some(object) = value.as_object() else {
                    intake.problem("is not an object", $crate::kernel::said::say!(
                        "give an object with the fields {fields}", fields = concat!($( " ", stringify!($field) ),*).trim_start()
                    ));
                    return None;
                };
                intake.only(object, &[ $( stringify!($field) ),* ]);
                $( let $field = intake.field::<$type>(object, stringify!($field)); )*
                Some(Self { $( $field: $field? ),* })
            }
            fn schema() -> serde_json::Value {
                #[allow(unused_mut, reason = "a struct without fields adds none")]
                let mut properties = serde_json::Map::new();
                #[allow(unused_mut, reason = "a struct without fields adds none")]
                let mut required: Vec<&str> = Vec::new();
                $(
                    properties.insert(stringify!($field).to_owned(), $crate::kernel::datum::described(
                        <$type as $crate::kernel::datum::Datum>::schema(), &[ $( $fdoc ),* ]));
                    if <$type as $crate::kernel::datum::Datum>::absent().is_none() { required.push(stringify!($field)); }
                )*
                serde_json::json!({ "type": "object", "title": stringify!($name), "properties": properties,
                    "required": required, "additionalProperties": false, "x-order": [ $( stringify!($field) ),* ] })
            }
        }
    };
}
pub use struct_datum;

/// Lifecycles and other choices with data: an enum whose variant is the column and the key `is`.
#[macro_export]
macro_rules! states {
    ($( $(#[$meta:meta])* pub enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $word:literal $({ $( $(#[doc = $fdoc:literal])* $field:ident : $type:ty ),* $(,)? })? ),+ $(,)? } )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name { $( $(#[$vmeta])* $variant $({ $( $(#[doc = $fdoc])* $field: $type ),* })? ),+ }

        impl $name {
            /// Every state's word, in the order of declaration.
            pub const WORDS: &'static [&'static str] = &[ $( $word ),+ ];

            /// The state's word.
            #[must_use]
            pub const fn word(&self) -> &'static str {
                match self { $( Self::$variant $({ $( $field: _ ),* })? => $word ),+ }
            }
        }

        impl $crate::kernel::said::Tell for $name {
            fn tell(&self) -> $crate::kernel::said::Arg {
                $crate::kernel::said::Arg::Word { of: stringify!($name), word: self.word() }
            }
        }

        impl $crate::kernel::datum::Datum for $name {
            fn shape(name: &str, shape: &mut $crate::kernel::datum::Shape) {
                shape.column(name, $crate::kernel::datum::CellType::Text, Some(Self::WORDS));
                shape.nullable(|shape| {
                    let _ = &shape;
                    $( $( $( <$type as $crate::kernel::datum::Datum>::shape(
                        &$crate::kernel::datum::joined(name, stringify!($field)), shape); )* )? )+
                });
            }
            fn put(&self, out: &mut $crate::kernel::datum::Cells) {
                out.cells.push($crate::kernel::datum::Cell::Text(self.word().to_owned()));
                $( $( if let Self::$variant { $( $field ),* } = self {
                    $( $crate::kernel::datum::Datum::put($field, out); )*
                } else {
                    $( <$type as $crate::kernel::datum::Datum>::put_none(out); )*
                } )? )+
            }
            fn put_none(out: &mut $crate::kernel::datum::Cells) {
                out.cells.push($crate::kernel::datum::Cell::Null);
                $( $( $( <$type as $crate::kernel::datum::Datum>::put_none(out); )* )? )+
            }
            fn get(source: &mut $crate::kernel::datum::CellSource) -> Result<Self, $crate::kernel::datum::Corrupt> {
                let word = source.text()?;
                let mut found = None;
                $(
                    if word == $word {
                        found = Some(Self::$variant $({ $( $field: <$type as $crate::kernel::datum::Datum>::get(source)
                            .map_err(|corrupt| corrupt.within(stringify!($field)))? ),* })?);
                    } else {
                        $( $( <$type as $crate::kernel::datum::Datum>::skip(source)?; )* )?
                    }
                )+
                found.ok_or_else(|| $crate::kernel::datum::Corrupt::new(format!("`{word}` is not a state of {}", stringify!($name))))
            }
            fn skip(source: &mut $crate::kernel::datum::CellSource) -> Result<(), $crate::kernel::datum::Corrupt> {
                $crate::kernel::datum::skip_scalar(source)?;
                $( $( $( <$type as $crate::kernel::datum::Datum>::skip(source)?; )* )? )+
                Ok(())
            }
            fn to_json(&self) -> serde_json::Value {
                let mut object = serde_json::Map::new();
                object.insert("is".to_owned(), serde_json::Value::String(self.word().to_owned()));
                $( $( if let Self::$variant { $( $field ),* } = self {
                    $( object.insert(stringify!($field).to_owned(), $crate::kernel::datum::Datum::to_json($field)); )*
                } )? )+
                serde_json::Value::Object(object)
            }
            fn from_json(value: &serde_json::Value, intake: &mut $crate::kernel::datum::Intake) -> Option<Self> {
                let Some(object) = value.as_object() else {
                    intake.problem("is not an object", $crate::kernel::said::say!("give an object with `is` one of {words}", words = $crate::kernel::said::listed(Self::WORDS)));
                    return None;
                };
                let word = object.get("is").and_then(serde_json::Value::as_str).unwrap_or_default();
                $(
                    if word == $word {
                        intake.only(object, &["is" $( $( , stringify!($field) )* )?]);
                        $( $( let $field = intake.field::<$type>(object, stringify!($field)); )* )?
                        return Some(Self::$variant $({ $( $field: $field? ),* })?);
                    }
                )+
                intake.at("is", |intake| -> Option<()> {
                    intake.problem($crate::kernel::said::say!("`{word}` is not known here", word), $crate::kernel::said::say!("give one of {words}", words = $crate::kernel::said::listed(Self::WORDS)));
                    None
                });
                None
            }
            fn schema() -> serde_json::Value {
                let mut choices: Vec<serde_json::Value> = Vec::new();
                $( {
                    #[allow(unused_mut, reason = "a state without data adds none")]
                    let mut properties = serde_json::Map::new();
                    #[allow(unused_mut, reason = "a state without data adds none")]
                    let mut required: Vec<&str> = vec!["is"];
                    properties.insert("is".to_owned(), serde_json::json!({ "const": $word }));
                    $( $(
                        properties.insert(stringify!($field).to_owned(), $crate::kernel::datum::described(
                            <$type as $crate::kernel::datum::Datum>::schema(), &[ $( $fdoc ),* ]));
                        if <$type as $crate::kernel::datum::Datum>::absent().is_none() { required.push(stringify!($field)); }
                    )* )?
                    choices.push(serde_json::json!({ "type": "object", "properties": properties,
                        "required": required, "additionalProperties": false,
                        "x-order": ["is" $( $( , stringify!($field) )* )?] }));
                } )+
                serde_json::json!({ "title": stringify!($name), "oneOf": choices })
            }
        }
    )+ };
}
pub use states;

/// Records: what the store keeps a row of. Read by getters; changed by events alone.
///
/// `links` names the fields by which lists of the record are asked for: `world.list::<Paper>("audit", audit)`; after `and`, functions of the
/// record that answer the targets of a link which is no field.
macro_rules! record {
    ($( $(#[$meta:meta])* pub struct $name:ident ( $id:ty, links: [ $( $link:ident ),* ] $( and [ $( $found:ident ),* ] )? ) { $( $(#[doc = $fdoc:literal])* $field:ident : $type:ty ),* $(,)? } )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            pub(crate) id: $id,
            $( $(#[doc = $fdoc])* pub(crate) $field: $type ),*
        }

        impl $name {
            /// The record's id.
            #[must_use]
            pub fn id(&self) -> $id { self.id }
            $(
                $(#[doc = $fdoc])*
                #[must_use]
                pub fn $field(&self) -> &$type { &self.$field }
            )*
        }

        $crate::kernel::macros::struct_datum!($name { id: $id $(, $(#[doc = $fdoc])* $field: $type )* });

        impl $crate::kernel::record::Record for $name {
            type Id = $id;
            const KIND: $crate::kernel::record::Kind = $crate::kernel::record::Kind::$name;
            const LINKS: &'static [&'static str] = &[ $( stringify!($link), )* $( $( stringify!($found) ),* )? ];
            fn id(&self) -> $id { self.id }
            fn links(&self, found: &mut dyn FnMut(&'static str, uuid::Uuid)) {
                let _ = &found;
                $( $crate::kernel::record::Targets::each(&self.$link, &mut |target| found(stringify!($link), target)); )*
                $( $( $crate::kernel::record::Targets::each(self.$found(), &mut |target| found(stringify!($found), target)); )* )?
            }
            fn wrap(self) -> $crate::kernel::record::AnyRecord { $crate::kernel::record::AnyRecord::$name(Box::new(self)) }
            fn unwrap(any: &$crate::kernel::record::AnyRecord) -> Option<&Self> {
                match any { $crate::kernel::record::AnyRecord::$name(record) => Some(record), _ => None }
            }
            fn unwrap_mut(any: &mut $crate::kernel::record::AnyRecord) -> Option<&mut Self> {
                match any { $crate::kernel::record::AnyRecord::$name(record) => Some(record), _ => None }
            }
        }
    )+ };
}
pub(crate) use record;

/// Events: what happened, as the journal keeps it. `subject` is the record it happened to; `in` the audit it belongs to.
macro_rules! event {
    ($( $(#[$meta:meta])* pub struct $name:ident ( $kind:literal v $v:literal, $subject:ident $(in $audit:ident)? ) { $( $(#[doc = $fdoc:literal])* $field:ident : $type:ty ),* $(,)? } )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $( $(#[doc = $fdoc])* pub $field: $type ),* }
        $crate::kernel::macros::struct_datum!($name { $( $(#[doc = $fdoc])* $field: $type ),* });
        impl $crate::kernel::act::Fact for $name {
            const KIND: &'static str = $kind;
            const V: u16 = $v;
            fn subject(&self) -> $crate::kernel::record::Key { $crate::kernel::record::Key::of(self.$subject) }
            fn audit(&self) -> Option<$crate::kernel::id::AuditId> {
                #[allow(unused_mut, unused_assignments, reason = "most events outside an audit name none")]
                let mut audit = None;
                $( audit = $crate::kernel::record::as_audit(&self.$audit); )?
                audit
            }
        }
    )+ };
}
pub(crate) use event;

/// Commands: what somebody asks the law to do. `on` is the record whose version the command may carry.
macro_rules! command {
    ($( $(#[$meta:meta])* pub struct $name:ident ( $command:literal $(on $subject:ident)? ) { $( $(#[doc = $fdoc:literal])* $field:ident : $type:ty ),* $(,)? } )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $( $(#[doc = $fdoc])* pub $field: $type ),* }
        $crate::kernel::macros::struct_datum!($name { $( $(#[doc = $fdoc])* $field: $type ),* });
        impl $crate::kernel::act::Ask for $name {
            const NAME: &'static str = $command;
            fn subject(&self) -> Option<$crate::kernel::record::Key> {
                #[allow(unused_mut, unused_assignments, reason = "a command that makes a record has no subject yet")]
                let mut subject = None;
                $( subject = Some($crate::kernel::record::Key::of(self.$subject)); )?
                subject
            }
        }
    )+ };
}
pub(crate) use command;
