//! Nessus, version 2 of its XML.

use quick_xml::events::{BytesStart, Event};

use super::when::day_of_text;
use super::{Came, Reported, Taker, Weight};
use crate::xml::{Xml, attribute, referenced};
use crate::{Limits, Unreadable};

/// The elements of an item whose texts are kept.
const KEPT: [&str; 5] = [
    "vuln_publication_date",
    "compliance-result",
    "compliance-check-name",
    "compliance-check-id",
    "HOST_END",
];

pub(super) fn read(text: &str, limits: &Limits, taker: &mut Taker) -> Result<(), Unreadable> {
    let mut xml = Xml::new(text, "the Nessus file", limits);
    taker.tool("Nessus", None);
    let mut host = String::new();
    let mut item: Option<Item> = None;
    let mut open: Option<&str> = None;
    let mut words = String::new();
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                let local = element.local_name();
                let of = |name: &str| attribute(&element, name).unwrap_or_default();
                match local.as_ref() {
                    "ReportHost" => host = of("name"),
                    "ReportItem" => item = Some(Item::begun(&element)),
                    "tag" => open = KEPT.into_iter().find(|kept| *kept == of("name")),
                    name => open = KEPT.into_iter().find(|kept| *kept == name),
                }
                words.clear();
            }
            // An item that is empty ends where it begins.
            Event::Empty(element) if element.local_name().as_ref() == "ReportItem" => {
                taker.take(Item::begun(&element).reported(&host));
            }
            Event::Text(more) if open.is_some() => words.push_str(&more),
            Event::CData(more) if open.is_some() => words.push_str(&more),
            Event::GeneralRef(reference) if open.is_some() => words.extend(referenced(&reference)),
            Event::End(element) => {
                if let Some(name) = open.take() {
                    let said = words.trim().to_owned();
                    match (name, item.as_mut()) {
                        ("HOST_END", _) => taker.made(Some(&said)),
                        ("vuln_publication_date", Some(item)) => item.published = said,
                        ("compliance-result", Some(item)) => item.compliance = said,
                        ("compliance-check-name", Some(item)) => item.title = said,
                        ("compliance-check-id", Some(item)) => item.plugin = said,
                        _ => {}
                    }
                }
                if element.local_name().as_ref() == "ReportItem"
                    && let Some(item) = item.take()
                {
                    taker.take(item.reported(&host));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

#[derive(Default)]
struct Item {
    plugin: String,
    title: String,
    severity: String,
    port: String,
    protocol: String,
    published: String,
    compliance: String,
}

impl Item {
    /// What an item says of itself where it begins.
    fn begun(element: &BytesStart<'_>) -> Self {
        let of = |name: &str| attribute(element, name).unwrap_or_default();
        Self {
            plugin: of("pluginID"),
            title: of("pluginName"),
            severity: of("severity"),
            port: of("port"),
            protocol: of("protocol"),
            ..Self::default()
        }
    }

    fn reported(self, host: &str) -> Reported {
        let weight = match self.severity.as_str() {
            "4" => Weight::Critical,
            "3" => Weight::High,
            "2" => Weight::Medium,
            "1" => Weight::Low,
            "0" => Weight::Information,
            _ => Weight::Unknown,
        };
        let came = match self.compliance.as_str() {
            "" if weight == Weight::Information => Came::Neither,
            "" | "FAILED" => Came::Failed,
            "PASSED" => Came::Passed,
            _ => Came::Neither,
        };
        let said = if self.compliance.is_empty() {
            self.severity
        } else {
            format!("{}, {}", self.severity, self.compliance)
        };
        let place = match self.port.as_str() {
            "" | "0" => String::new(),
            port => format!("{port}/{}", self.protocol),
        };
        Reported {
            check: self.plugin,
            title: self.title,
            weight,
            said,
            came,
            target: host.to_owned(),
            place,
            since: day_of_text(&self.published),
        }
    }
}
