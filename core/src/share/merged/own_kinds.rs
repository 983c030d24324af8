//! The kinds that schools made themselves: two teachers who made one of the same name mean the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::catalog::Language;
use crate::journal::{Content, Revision, State};
use crate::kind::{Kinds, REACHED, STAGE};
use crate::record::{Kind, Record, said};

/// Kinds of the members' own.
#[derive(Default)]
pub(super) struct OwnKinds {
    /// Of each name the first, in order of ids, so that the order of files decides nothing.
    first: Vec<Arc<Kind>>,
    /// Of the others: the first of that name, and what its fields and stages are called there.
    others: BTreeMap<String, Other>,
}

struct Other {
    first: Arc<Kind>,
    fields: BTreeMap<String, String>,
    stages: BTreeMap<String, String>,
}

impl OwnKinds {
    pub(super) fn among<'r>(heads: impl Iterator<Item = &'r Arc<Revision>>) -> Self {
        let mut own = Self::default();
        for kind in heads.filter_map(|head| head.content().read::<Kind>()) {
            let same = own.first.iter().find(|first| called(first) == called(&kind));
            match same.cloned() {
                Some(first) => {
                    let other = Other::of(&kind, first);
                    own.others.insert(kind.name.clone(), other);
                }
                None => own.first.push(Arc::new(kind)),
            }
        }
        own
    }

    /// All kinds there are in these files.
    pub(super) fn kinds(&self) -> Kinds {
        Kinds::built_in().and(self.first.iter().cloned())
    }

    /// A record of one of the others as one of the first of that name; any other record as it is.
    pub(super) fn as_first(&self, head: &Arc<Revision>) -> Arc<Revision> {
        let content = head.content();
        let Some(other) = self.others.get(&*content.kind()) else {
            return Arc::clone(head);
        };
        let said = other.translated(&content.to_json());
        let said = Content::from_json(&said);
        let revision = Revision::new(head.record(), [], head.device(), head.at(), State::Live, said);
        Arc::new(revision)
    }

    /// Whether this is a kind that another one of its name stands for.
    pub(super) fn is_other(&self, head: &Revision) -> bool {
        let content = head.content();
        &*content.kind() == Kind::KIND
            && content
                .text("name")
                .is_some_and(|name| self.others.contains_key(&*name))
    }
}

impl Other {
    fn of(kind: &Kind, first: Arc<Kind>) -> Self {
        let mut fields: BTreeMap<String, String> = BTreeMap::new();
        for field in &kind.fields {
            let label = said(&field.label, Language::ZhHans);
            let same = first
                .fields
                .iter()
                .find(|it| said(&it.label, Language::ZhHans) == label);
            fields.extend(same.map(|same| (field.name.clone(), same.name.clone())));
        }
        // What names a record does so whatever the field is called, and so does its day.
        for (mine, theirs) in [
            (&kind.title, &first.title),
            (&kind.day, &first.day),
            (&kind.until, &first.until),
            (&kind.hours, &first.hours),
        ] {
            if !mine.is_empty() && !theirs.is_empty() {
                fields.insert(mine.clone(), theirs.clone());
            }
        }
        let stage = |word: &str| {
            let label = kind.stage(word)?.label(Language::ZhHans);
            let same = first.stages.iter().find(|it| it.label(Language::ZhHans) == label)?;
            Some((word.to_owned(), same.word.clone()))
        };
        let stages = kind.stages.iter().filter_map(|it| stage(&it.word)).collect();
        Self { first, fields, stages }
    }

    /// What the first kind has no field or stage for is left out: nothing tells of it.
    fn translated(&self, content: &Map<String, Value>) -> Map<String, Value> {
        let mut translated = Map::new();
        for (name, value) in content {
            if let Some(field) = self.fields.get(name) {
                translated.insert(field.clone(), value.clone());
            }
        }
        translated.insert("kind".into(), self.first.name.as_str().into());
        let stage = |word: &str| self.stages.get(word).cloned();
        let now = content.get(STAGE).and_then(Value::as_str).and_then(stage);
        translated.extend(now.map(|now| (STAGE.to_owned(), now.into())));
        if let Some(reached) = content.get(REACHED).and_then(Value::as_object) {
            let reached = reached
                .iter()
                .filter_map(|(word, day)| Some((stage(word)?, day.clone())));
            translated.insert(REACHED.into(), Value::Object(reached.collect()));
        }
        translated
    }
}

fn called(kind: &Kind) -> &str {
    said(&kind.label, Language::ZhHans).trim()
}
