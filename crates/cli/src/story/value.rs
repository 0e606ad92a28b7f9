//! The story's file as JSON values, with dates and times as the texts that commands take.

use serde_json::{Map, Value};

/// The file is not a story: why.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Malformed(pub String);

/// Reads a story.
///
/// # Errors
/// [`Malformed`] when it is not TOML.
pub fn read(text: &str) -> Result<Value, Malformed> {
    let table: toml::Table = toml::from_str(text).map_err(|error| Malformed(error.to_string()))?;
    Ok(Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect()))
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(yes) => Value::Bool(yes),
        toml::Value::Datetime(time) => Value::String(time.to_string()),
        toml::Value::Array(list) => Value::Array(list.into_iter().map(json).collect()),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect::<Map<_, _>>())
        }
    }
}

/// The value at a key, or null.
pub(super) fn at<'a>(value: &'a Value, key: &str) -> &'a Value {
    value.get(key).unwrap_or(&Value::Null)
}

/// The text at a key.
pub(super) fn text(value: &Value, key: &str) -> Result<String, Malformed> {
    at(value, key)
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| Malformed(format!("`{key}` is missing, or no text, in {}", short(value))))
}

/// The list at a key; empty where there is none.
pub(super) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    at(value, key).as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The texts of a list.
pub(super) fn texts(value: &Value, key: &str) -> Vec<String> {
    list(value, key).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Milliseconds after 1970 of a time with its offset, or of a date at `hour` UTC.
pub(super) fn millis(time: &str, hour: i64) -> Result<i64, Malformed> {
    let bad = || Malformed(format!("`{time}` is neither a time with its offset nor a date"));
    if time.len() == 10 {
        let date: jiff::civil::Date = time.parse().map_err(|_| bad())?;
        let start = date
            .to_datetime(jiff::civil::Time::midnight())
            .to_zoned_datetime(jiff::tz::TimeZone::UTC)
            .map_err(|_| bad())?;
        return Ok(start.timestamp().as_millisecond() + hour * 3_600_000);
    }
    time.parse::<jiff::Timestamp>().map(|time| time.as_millisecond()).map_err(|_| bad())
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(120).collect()
}
