//! Controls as HTML.

use askama::Template;

use super::{Control, Node};
use crate::web::words::Words;

#[derive(Template)]
#[template(path = "form/node.html")]
struct NodeHtml<'n> {
    node: &'n Node,
    words: &'n Words,
}

impl Node {
    /// The control with its label, its help and what is wrong with it.
    pub(crate) fn html(&self, words: &Words) -> String {
        NodeHtml { node: self, words }.render().unwrap_or_else(|error| {
            tracing::error!(%error, "a control cannot be written");
            String::new()
        })
    }

    /// The attributes that tie a control to its help and to what is wrong with it.
    pub(crate) fn described(&self) -> String {
        let id = self.id();
        let help = self.help.as_ref().map(|_| format!("{id}-help"));
        let problems = (1..=self.problems.len()).map(|number| format!("{id}-problem-{number}"));
        let all: Vec<String> = help.into_iter().chain(problems).collect();
        let mut attributes = String::new();
        if !all.is_empty() {
            attributes.push_str(&format!(" aria-describedby=\"{}\"", all.join(" ")));
        }
        if !self.problems.is_empty() {
            attributes.push_str(" aria-invalid=\"true\"");
        }
        if self.required {
            attributes.push_str(" aria-required=\"true\"");
        }
        attributes
    }

    /// Whether what is chosen is not among what may be chosen; it is then kept until somebody chooses another.
    pub(crate) fn is_lost(&self) -> bool {
        match &self.control {
            Control::One { options, chosen } => {
                !chosen.is_empty() && !options.iter().any(|choice| choice.value == *chosen)
            }
            _ => false,
        }
    }
}
