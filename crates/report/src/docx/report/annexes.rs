//! The review of documents and the annexes: tests, working papers, documents, evidence, what is left out.

use assize_domain::report_content::{DocumentReview, Evaluation, EvidenceRef, Test};

use super::Report;
use crate::docx::body::{Cell, cell, mono, parts, plain, quiet, strong};
use crate::docx::said::requirement;

impl Report<'_> {
    pub(super) fn review_outcome(&mut self) {
        let said = self.said;
        let Some(review) = &self.content.document_review else { return self.none(said.say("no-review")) };
        if let Some(outcome) = &review.outcome {
            self.body.styled(
                "Notice",
                &[strong(said.say("review-outcome-word")), plain(" "), plain(outcome.clone())],
            );
        }
        self.body.prose(&review.summary);
        self.part(2, "concerns");
        self.concerns(review);
    }

    pub(super) fn concerns(&mut self, review: &DocumentReview) {
        let said = self.said;
        if review.concerns.is_empty() {
            return self.none(said.say("no-concern"));
        }
        let rows: Vec<_> = review
            .concerns
            .iter()
            .map(|concern| {
                let about = concern.requirement.iter().map(|named| vec![plain(requirement(named))]);
                let about =
                    about.chain(concern.document.iter().map(|path| vec![mono(path.clone())])).collect();
                vec![about, cell(&*concern.missing), cell(&*concern.consequence)]
            })
            .collect();
        self.table(&[("about-what", 28), ("missing", 36), ("consequence", 36)], &rows);
    }

    pub(super) fn documents(&mut self) {
        let said = self.said;
        let Some(review) = &self.content.document_review else { return self.none(said.say("no-documents")) };
        if review.items.is_empty() {
            self.none(said.say("no-documents"));
        } else {
            self.body.para(&[quiet(said.say("found-note"))]);
            let rows: Vec<_> = review
                .items
                .iter()
                .map(|item| {
                    let mut places: Cell = item
                        .places
                        .iter()
                        .map(|place| match &place.heading {
                            Some(heading) => vec![mono(place.path.clone()), plain(format!(" {heading}"))],
                            None => vec![mono(place.path.clone())],
                        })
                        .collect();
                    if places.is_empty() {
                        places.push(vec![quiet(said.say("nowhere"))]);
                    }
                    places.extend(item.remark.iter().map(|remark| vec![quiet(remark.clone())]));
                    vec![
                        cell(&*item.requirement.id),
                        cell(&*item.item),
                        cell(said.extent("found", item.found)),
                        places,
                    ]
                })
                .collect();
            let columns = [("requirement", 14), ("document-name", 34), ("found", 16), ("found-where", 36)];
            self.table(&columns, &rows);
        }
        if !review.unread.is_empty() {
            self.label("unread");
            let rows: Vec<_> = review
                .unread
                .iter()
                .map(|file| vec![vec![vec![mono(file.path.clone())]], cell(&*file.reason)])
                .collect();
            self.table(&[("file", 40), ("reason", 60)], &rows);
        }
    }

    pub(super) fn annex(&mut self, letter: &mut u8, key: &str) {
        let name = format!("{} {}: {}", self.said.say("annex"), char::from(*letter), self.said.say(key));
        *letter += 1;
        self.body.page();
        self.body.heading(1, &name);
    }

    pub(super) fn annexes(&mut self) {
        let mut letter = b'A';
        let content = self.content;
        if !self.is_review() || !content.tests.is_empty() {
            self.annex(&mut letter, "tests");
            self.tests();
        }
        if content.whole_papers && !self.is_review() {
            self.annex(&mut letter, "papers");
            self.papers();
        }
        if !self.is_review() {
            self.annex(&mut letter, "documents");
            if let Some(review) = &content.document_review {
                self.body.prose(&review.summary);
                if !review.concerns.is_empty() {
                    self.label("concerns-left");
                    self.concerns(review);
                }
            }
            self.documents();
        }
        self.annex(&mut letter, "register");
        self.register();
        if !content.omitted.is_empty() {
            self.annex(&mut letter, "left-out");
            self.body.para(&[plain(self.said.say("left-out-about"))]);
            let rows: Vec<_> = content
                .omitted
                .iter()
                .map(|omission| {
                    let name = omission.item.rsplit('.').next().unwrap_or_default();
                    vec![cell(self.said.say(&format!("item-{name}"))), cell(&*omission.reason)]
                })
                .collect();
            self.table(&[("item", 38), ("omitted-why", 62)], &rows);
        }
    }

    pub(super) fn tests(&mut self) {
        let (content, said) = (self.content, self.said);
        if content.tests.is_empty() {
            return self.none(said.say("no-tests-annex"));
        }
        self.body.para(&[quiet(said.say(if self.is_review() { "tests-prepared" } else { "tests-about" }))]);
        let mut sets: Vec<&str> = Vec::new();
        for test in &content.tests {
            if !sets.contains(&test.requirement.criteria.as_str()) {
                sets.push(&test.requirement.criteria);
            }
        }
        for set in sets {
            self.body.styled("Label", &[plain(set)]);
            let of_set = content.tests.iter().filter(|test| test.requirement.criteria == set);
            if self.is_review() {
                let rows: Vec<_> = of_set
                    .map(|test| vec![cell(&*test.id), cell(&*test.requirement.id), cell(&*test.title)])
                    .collect();
                self.table(&[("test", 24), ("requirement", 18), ("title", 58)], &rows);
            } else {
                let rows: Vec<_> = of_set.map(|test| self.test(test)).collect();
                let columns = [
                    ("test", 28),
                    ("requirement", 16),
                    ("evaluation", 26),
                    ("evaluated-by", 15),
                    ("evidence", 15),
                ];
                self.table(&columns, &rows);
            }
        }
    }

    pub(super) fn test(&self, test: &Test) -> Vec<Cell> {
        let said = self.said;
        let mut outcome = vec![vec![plain(self.evaluation(test.evaluation.as_ref()))]];
        outcome.extend(test.reason.iter().map(|reason| vec![quiet(reason.clone())]));
        if !test.findings.is_empty() {
            let numbers: Vec<String> = test.findings.iter().map(ToString::to_string).collect();
            outcome.push(vec![plain(said.with("findings-of", &[("numbers", &numbers.join(", "))]))]);
        }
        let by = match &test.evaluation {
            None => cell("–"),
            Some(_) => {
                let evaluator = test.evaluator.clone().unwrap_or_else(|| said.say("not-recorded"));
                let reviewer = match &test.reviewer {
                    Some(by) => said.with("reviewed-by", &[("by", by)]),
                    None => said.say("unreviewed"),
                };
                vec![vec![plain(evaluator)], vec![quiet(reviewer)]]
            }
        };
        let evidence: Cell = if test.evidence.is_empty() {
            vec![vec![quiet(said.say("none"))]]
        } else {
            let short = |one: &EvidenceRef| {
                let digest = one.sha256.as_deref().and_then(|digest| digest.get(..12));
                let mut runs = vec![plain(one.reference.clone())];
                runs.extend(digest.map(|digest| mono(format!(" {digest}"))));
                runs
            };
            test.evidence.iter().map(short).collect()
        };
        vec![
            vec![vec![strong(test.id.clone())], vec![plain(test.title.clone())]],
            cell(&*test.requirement.id),
            outcome,
            by,
            evidence,
        ]
    }

    pub(super) fn evaluation(&self, evaluation: Option<&Evaluation>) -> String {
        self.said.say(match evaluation {
            None => "evaluation-open",
            Some(Evaluation::Conforms) => "evaluation-conforms",
            Some(Evaluation::DoesNotConform) => "evaluation-does_not_conform",
            Some(Evaluation::NotApplicable) => "evaluation-not_applicable",
            Some(Evaluation::NotAudited) => "evaluation-not_audited",
        })
    }

    pub(super) fn papers(&mut self) {
        let (content, said) = (self.content, self.said);
        let mut written = false;
        for test in &content.tests {
            let Some(paper) = &test.paper else { continue };
            written = true;
            let title = said.with("paper-titled", &[("id", &test.id), ("title", &test.title)]);
            self.body.styled("Unnumbered", &[plain(title)]);
            self.body.para(&[
                quiet(format!("{} ", said.say("paper-requirement"))),
                plain(format!("{}. ", requirement(&test.requirement))),
                quiet(format!("{} ", said.say("paper-evaluation"))),
                plain(format!("{}.", self.evaluation(test.evaluation.as_ref()))),
            ]);
            if paper.notes.is_empty() {
                self.none(said.say("no-notes"));
            }
            for note in &paper.notes {
                self.body.styled(
                    "Label",
                    &[plain(format!("{}, {}, {}", note.method, note.author, said.day(&note.on)))],
                );
                self.body.prose(&note.text);
            }
            if !paper.samples.is_empty() {
                let rows: Vec<_> = paper
                    .samples
                    .iter()
                    .map(|sample| {
                        let size = sample.size.to_string();
                        let of = sample.population_size.map(|population| {
                            said.with(
                                "sample-of",
                                &[("size", &size), ("population", &population.to_string())],
                            )
                        });
                        vec![
                            cell(&*sample.population),
                            cell(of.unwrap_or(size)),
                            cell(&*sample.selection),
                            cell(&*sample.result),
                        ]
                    })
                    .collect();
                self.table(&[("population", 28), ("sample", 18), ("selection", 27), ("result", 27)], &rows);
            }
        }
        if !written {
            self.none(said.say("no-papers"));
        }
    }

    pub(super) fn register(&mut self) {
        let (content, said) = (self.content, self.said);
        if content.evidence.is_empty() {
            return self.none(said.say("no-evidence"));
        }
        let rows: Vec<_> = content
            .evidence
            .iter()
            .map(|one| {
                let mut title = vec![vec![plain(one.title.clone())]];
                title.extend(one.classification.iter().map(|class| vec![quiet(class.clone())]));
                let mut source: Cell = parts(&one.source).map(|line| vec![plain(line)]).collect();
                source.extend(one.sha256.iter().map(|digest| vec![mono(digest.clone())]));
                let how = said.say(if one.taken { "taken" } else { "seen" });
                let by = format!("{}, {}", one.by, said.day(&one.on));
                vec![cell(&*one.reference), title, source, vec![vec![plain(how)], vec![quiet(by)]]]
            })
            .collect();
        self.table(&[("number", 10), ("evidence", 27), ("source-digest", 41), ("taken-seen", 22)], &rows);
    }
}
