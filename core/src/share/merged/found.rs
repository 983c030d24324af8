//! Records as they are brought in: what two teachers wrote down of one thing is one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::id::RecordId;
use crate::journal::{Content, Revision};
use crate::kind::{Kinds, STAGE};
use crate::record::Kind;
use crate::report::hours;

/// Records as they are brought in.
#[derive(Default)]
pub(super) struct Found {
    /// What there is, in the order in which it was first brought.
    pub(super) all: Vec<Brought>,
    by_record: BTreeMap<RecordId, usize>,
    /// Those that may be the same as another, by what would show it.
    by_mark: BTreeMap<String, Vec<usize>>,
}

/// A record, and all who brought it.
pub(super) struct Brought {
    pub(super) head: Arc<Revision>,
    pub(super) whose: Vec<String>,
    /// Their hours together.
    pub(super) hours: f64,
}

impl Found {
    /// Takes one in.
    pub(super) fn bring(&mut self, kinds: &Kinds, head: &Arc<Revision>, name: &str) {
        let marks = marks(head.content());
        let known = self.by_record.get(&head.record()).copied();
        let at = known.or_else(|| {
            let alike = marks.iter().filter_map(|mark| self.by_mark.get(mark)).flatten();
            let mut alike = alike.filter(|at| {
                let known = self.all.get(**at);
                known.is_some_and(|known| is_same(known.head.content(), head.content()))
            });
            alike.next().copied()
        });
        let at = at.unwrap_or_else(|| {
            self.all.push(Brought {
                head: Arc::clone(head),
                whose: Vec::new(),
                hours: 0.0,
            });
            let at = self.all.len() - 1;
            for mark in marks {
                self.by_mark.entry(mark).or_default().push(at);
            }
            at
        });
        self.by_record.insert(head.record(), at);
        if let Some(known) = self.all.get_mut(at)
            && known.whose.iter().all(|known| known != name)
        {
            known.whose.push(name.to_owned());
            let kind = kinds.of_content(head.content());
            known.hours += kind.and_then(|kind| hours(kind, head.content())).unwrap_or_default();
        }
    }
}

/// What a record has in common with any other of the same thing: its title, or the number of its certificate.
fn marks(content: &Content) -> Vec<String> {
    let Some(kind) = Kinds::built_in().of_content(content).filter(|kind| kind.report.once) else {
        return Vec::new();
    };
    let certificate = content.text("certificate").unwrap_or_default();
    [(&kind.title_of(content), "title"), (&certificate, "certificate")]
        .into_iter()
        .map(|(text, what)| (plain(text), what))
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, what)| format!("{} {what} {text}", kind.name))
        .collect()
}

/// Whether two records, written by two teachers, are of one thing. Only of a kind that says so
/// ([`once`](crate::record::KindReport::once)): two teachers may give a lesson of one name on one day.
fn is_same(one: &Content, two: &Content) -> bool {
    let kinds = Kinds::built_in();
    let (Some(kind), Some(other)) = (kinds.of_content(one), kinds.of_content(two)) else {
        return false;
    };
    if kind.name != other.name || !kind.report.once {
        return false;
    }
    if let Some(same) = by_certificate(one, two) {
        return same;
    }
    let counted = kind.report.count_by.iter().filter(|field| *field != STAGE);
    let mut counted = counted.map(|field| (one.text(field), two.text(field)));
    is_titled_alike(kind, one, two)
        && is_of_one_day(kind, one, two)
        && counted.all(|(one, two)| one == two)
        && !are_of_two_people(one, two)
}

/// A certificate has one number.
fn by_certificate(one: &Content, two: &Content) -> Option<bool> {
    let number = |content: &Content| Some(plain(&content.text("certificate")?)).filter(|number| !number.is_empty());
    Some(number(one)? == number(two)?)
}

fn is_titled_alike(kind: &Kind, one: &Content, two: &Content) -> bool {
    let (one, two) = (plain(&kind.title_of(one)), plain(&kind.title_of(two)));
    !one.is_empty() && one == two
}

/// What was given on some day and what says none may be one; what was done is of the day it was done.
fn is_of_one_day(kind: &Kind, one: &Content, two: &Content) -> bool {
    match (kind.day_of(one), kind.day_of(two)) {
        (Some(one), Some(two)) => one == two,
        _ => kind.report.part == "outcomes",
    }
}

/// Whether both are a person's own, or name people of whom none is in both.
fn are_of_two_people(one: &Content, two: &Content) -> bool {
    let whose = |content: &Content| content.text("whose").map(std::borrow::Cow::into_owned);
    let is_own = |content: &Content| whose(content).is_some_and(|word| word == "person");
    let is_shared = |content: &Content| whose(content).is_some_and(|word| word != "person");
    if is_shared(one) || is_shared(two) {
        return false;
    }
    let people = |content: &Content| -> BTreeSet<String> {
        let said = content.text("author").unwrap_or_default();
        let each = said.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned);
        each.filter(|name| !name.is_empty()).collect()
    };
    let (first, second) = (people(one), people(two));
    if first.is_empty() || second.is_empty() {
        return is_own(one) && is_own(two);
    }
    first.is_disjoint(&second)
}

/// Letters and digits alone: marks and spaces are typed in many ways.
fn plain(text: &str) -> String {
    crate::text::fold(text)
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}
