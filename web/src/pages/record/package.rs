//! What a contest wants in the package of an entry, to be ticked off.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::record::Kind;
use serde_json::Value;

use crate::i18n::Locale;
use crate::i18n::records as t;
use crate::item::Item;
use crate::notebook::Notebook;

/// The field of a contest with what is wanted, and of an entry with what is ready.
const PACKAGE: &str = "package";

/// What the contest of an entry wants, and what is ready.
#[derive(Clone, Copy)]
pub struct Package {
    item: Item,
    wanted: Memo<Vec<String>>,
    ready: Memo<Vec<String>>,
}

impl Package {
    /// Of this record; wants nothing unless it is an entry.
    pub fn of(item: Item, kind: &Arc<Kind>) -> Self {
        let notebook = Notebook::here();
        let is_entry = kind.name == "contest_entry";
        let wanted = Memo::new(move |_| {
            let contest = item
                .value("contest")
                .filter(|_| is_entry)
                .and_then(|id| id.as_str()?.parse::<RecordId>().ok());
            let head = contest.and_then(|id| notebook.head(id));
            lines(
                head.map(|head| head.content().to_json())
                    .as_ref()
                    .and_then(|said| said.get(PACKAGE)),
            )
        });
        let ready = Memo::new(move |_| lines(item.value(PACKAGE).as_ref()));
        Self { item, wanted, ready }
    }

    /// Whether this field is ticked off instead of written.
    pub fn has(self, field: &str) -> bool {
        field == PACKAGE && !self.wanted.read().is_empty()
    }

    /// A box for each thing that is wanted or ready; nothing where nothing is wanted.
    pub fn view(self) -> AnyView {
        let locale = Locale::here();
        // What is ready and on no list was written down before there was one.
        let all = Memo::new(move |_| {
            let (mut all, ready) = (self.wanted.get(), self.ready.get());
            let besides: Vec<String> = ready.into_iter().filter(|thing| !all.contains(thing)).collect();
            all.extend(besides);
            all
        });
        let row = move |thing: String| {
            let (mine, said) = (thing.clone(), thing.clone());
            view! {
                <label class="check"><input type="checkbox" prop:checked=move || self.ready.read().contains(&mine)
                    on:change=move |event| self.tick(&thing, event_target_checked(&event))/>{said}</label>
            }
        };
        view! {
            <Show when=move || self.has(PACKAGE)>
                <fieldset class="package"><legend class="label">{locale.say(t::PACKAGE)}</legend>
                    <For each=move || all.get() key=String::clone let(thing)>{row(thing)}</For>
                </fieldset>
            </Show>
        }
        .into_any()
    }

    fn tick(self, thing: &str, is_ready: bool) {
        let mut now = self.ready.get_untracked();
        now.retain(|known| known != thing);
        if is_ready {
            now.push(thing.to_owned());
        }
        self.item.set(PACKAGE, (!now.is_empty()).then(|| now.into()));
    }
}

/// Each thing once.
fn lines(value: Option<&Value>) -> Vec<String> {
    let lines = value.and_then(Value::as_array).into_iter().flatten();
    let mut all = Vec::new();
    for line in lines.filter_map(|line| Some(line.as_str()?.trim())) {
        if !line.is_empty() && all.iter().all(|known| known != line) {
            all.push(line.to_owned());
        }
    }
    all
}
