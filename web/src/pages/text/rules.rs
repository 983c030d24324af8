//! What a notice asks for: shown, and changed in a copy of the teacher's own.
#![allow(clippy::large_types_passed_by_value)] // A form is a handle: each closure of the view holds a copy.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::catalog::{Labelled, Words};
use luoxuan::record::{Anonymity, CitationStyle, Font, PageNumber, Role, Rules, SIZES, TableLines};

use super::context::TextContext;
use crate::components::field::{following_of, line, shown};
use crate::components::notices::Notices;
use crate::components::open::Editable;
use crate::components::select::Select;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::rules as r;
use crate::notebook::Notebook;

type Line = (Words, &'static str, fn(&Rules) -> String, fn(&mut Rules, &str));

/// What the notice says, in the order notices say it.
const SAID: &[Line] = &[
    (r::NAME, "text", |it| it.name.clone(), |it, text| it.name = text.into()),
    (
        r::ORGANISER,
        "text",
        |it| it.organiser.clone(),
        |it, text| it.organiser = text.into(),
    ),
    (
        r::LEVEL,
        "text",
        |it| it.level.clone(),
        |it, text| it.level = text.into(),
    ),
    (
        r::YEAR,
        "number",
        |it| shown(it.year),
        |it, text| it.year = text.parse().ok(),
    ),
    (
        r::DUE_AT_SCHOOL,
        "date",
        |it| shown(it.due_at_school),
        |it, text| it.due_at_school = text.parse().ok(),
    ),
    (
        r::DUE_ABOVE,
        "date",
        |it| shown(it.due_above),
        |it, text| it.due_above = text.parse().ok(),
    ),
    (
        r::LEAST,
        "number",
        |it| shown(it.least),
        |it, text| it.least = text.parse().ok(),
    ),
    (
        r::MOST,
        "number",
        |it| shown(it.most),
        |it, text| it.most = text.parse().ok(),
    ),
    (
        r::LIMIT,
        "number",
        |it| shown(it.limit),
        |it, text| it.limit = text.parse().ok(),
    ),
    (
        r::SUMMARY_MOST,
        "number",
        |it| shown(it.summary_most),
        |it, text| it.summary_most = text.parse().ok(),
    ),
    (
        r::KEYWORDS_LEAST,
        "number",
        |it| shown(it.keywords_least),
        |it, text| it.keywords_least = text.parse().ok(),
    ),
    (
        r::KEYWORDS_MOST,
        "number",
        |it| shown(it.keywords_most),
        |it, text| it.keywords_most = text.parse().ok(),
    ),
    (
        r::FILE_NAME,
        "text",
        |it| it.file_name.clone(),
        |it, text| it.file_name = text.into(),
    ),
    (
        r::CORNER,
        "text",
        |it| it.corner.clone(),
        |it, text| it.corner = text.into(),
    ),
    (
        r::HEADER,
        "text",
        |it| it.header.clone(),
        |it, text| it.header = text.into(),
    ),
    (
        r::ELIGIBLE,
        "text",
        |it| it.eligible.clone(),
        |it, text| it.eligible = text.into(),
    ),
    (
        r::AUTHORS,
        "number",
        |it| shown(it.authors),
        |it, text| it.authors = text.parse().ok(),
    ),
    (
        r::SIMILARITY,
        "text",
        |it| it.similarity.clone(),
        |it, text| it.similarity = text.into(),
    ),
    (
        r::MACHINE_TEXT,
        "text",
        |it| it.machine_text.clone(),
        |it, text| it.machine_text = text.into(),
    ),
    (
        r::REUSE,
        "text",
        |it| it.reuse.clone(),
        |it, text| it.reuse = text.into(),
    ),
    (
        r::CONTACT,
        "text",
        |it| it.contact.clone(),
        |it, text| it.contact = text.into(),
    ),
    (r::NOTE, "text", |it| it.note.clone(), |it, text| it.note = text.into()),
];

/// How many of these every notice speaks of: from the name to the words in the corner.
const ESSENTIAL: usize = 14;

/// How it stands on paper.
const PAPER: &[Line] = &[
    (
        r::LINE_MULTIPLE,
        "text",
        |it| shown(it.layout.line_multiple),
        |it, text| it.layout.line_multiple = text.parse().ok(),
    ),
    (
        r::LINE_POINTS,
        "text",
        |it| shown(it.layout.line_points),
        |it, text| it.layout.line_points = text.parse().ok(),
    ),
    (
        r::INDENT,
        "number",
        |it| shown(it.layout.indent),
        |it, text| it.layout.indent = text.parse().ok(),
    ),
    (
        r::MARGIN_TOP,
        "text",
        |it| shown(it.layout.margin_top),
        |it, text| it.layout.margin_top = text.parse().ok(),
    ),
    (
        r::MARGIN_BOTTOM,
        "text",
        |it| shown(it.layout.margin_bottom),
        |it, text| it.layout.margin_bottom = text.parse().ok(),
    ),
    (
        r::MARGIN_LEFT,
        "text",
        |it| shown(it.layout.margin_left),
        |it, text| it.layout.margin_left = text.parse().ok(),
    ),
    (
        r::MARGIN_RIGHT,
        "text",
        |it| shown(it.layout.margin_right),
        |it, text| it.layout.margin_right = text.parse().ok(),
    ),
];

/// The rules a text goes out by. A shipped profile is read; the teacher's own is a record and can be changed.
#[derive(Clone, Copy)]
struct Form {
    context: TextContext,
    rules: Memo<Rules>,
    own: Memo<Option<RecordId>>,
    locale: Locale,
    notebook: Notebook,
    notices: Notices,
}

impl Form {
    fn set(self, change: impl FnOnce(&mut Rules)) {
        if let Some(id) = self.own.get_untracked() {
            let mut now = self.rules.get_untracked();
            change(&mut now);
            self.notebook.write(id, &now);
        }
    }

    /// Goes on with a copy of the teacher's own.
    fn copy(self) {
        let mut mine = self.rules.get_untracked();
        mine.name = format!("{}{}", mine.name, r::MINE.in_(self.locale.0.get_untracked()));
        let id = self.notebook.add(&mine);
        self.context.text.change(|document| document.rules = id.to_string());
    }

    fn remove(self) {
        let Self { context, notebook, .. } = self;
        if let Some(id) = self.own.get_untracked() {
            context.text.change(|document| document.rules.clear());
            let undo = notebook.trash(id);
            self.notices
                .undoable(c::TRASHED.in_(self.locale.0.get_untracked()), move || {
                    notebook.undo(&undo);
                    context.text.change_late(|document| document.rules = id.to_string());
                });
        }
    }

    fn lines(self, lines: &'static [Line]) -> AnyView {
        let Self { rules, own, .. } = self;
        let each = lines.iter().map(move |(label, kind, read, write)| {
            let value = Signal::derive(move || rules.with(read));
            let write = move |text: String| self.set(|rules| write(rules, text.trim()));
            line(move || own.get(), *label, kind, value, write)
        });
        each.collect_view().into_any()
    }

    /// A choice of a closed list.
    fn choice<W: Labelled + Copy + Send + Sync + 'static>(self, label: Words, list: List<W>) -> AnyView {
        let rules = self.rules;
        let List {
            all,
            word,
            from_word,
            read,
            write,
            unknown,
        } = list;
        view! {
            <Select label options=all.iter().map(|it| (word(*it), it.label())).collect()
                value=Signal::derive(move || rules.with(|rules| word(read(rules))))
                unknown=Signal::derive(move || rules.with(unknown))
                on_change=move |word: String| if let Some(it) = from_word(&word) { self.set(|rules| write(rules, it)) }/>
        }
        .into_any()
    }
}

/// A closed list in the rules: its words, and where its value stands.
#[derive(Clone, Copy)]
struct List<W: Copy + 'static> {
    all: &'static [W],
    word: fn(W) -> &'static str,
    from_word: fn(&str) -> Option<W>,
    read: fn(&Rules) -> W,
    /// Also forgets what a later version had written there.
    write: fn(&mut Rules, W),
    unknown: fn(&Rules) -> Option<String>,
}

/// A list by its type, and the field that holds its value.
macro_rules! list {
    ($type:ident, $($part:ident.)* => $field:ident) => {
        List {
            all: $type::ALL,
            word: $type::word,
            from_word: $type::from_word,
            read: |rules| rules.$($part.)*$field,
            write: |rules, it| {
                rules.$($part.)*other.remove(stringify!($field));
                rules.$($part.)*$field = it;
            },
            unknown: |rules| rules.$($part.)*unknown_word(stringify!($field)).map(str::to_owned),
        }
    };
}

#[component]
pub(super) fn RulesForm(context: TextContext, rules: Memo<Rules>) -> impl IntoView {
    let form = Form {
        context,
        rules,
        own: Memo::new(move |_| context.text.read(|document| document.rules.parse::<RecordId>().ok())),
        locale: Locale::here(),
        notebook: Notebook::here(),
        notices: Notices::here(),
    };
    let Form { own, locale, .. } = form;
    view! {
        <details class="rules">
            <summary>{locale.say(r::RULES_SAY)}</summary>
            {move || if own.get().is_none() { said(form) } else { mine(form) }}
        </details>
    }
}

/// What a shipped profile says.
fn said(form: Form) -> AnyView {
    let Form { rules, locale, .. } = form;
    let said = move || {
        let filled = SAID.iter().filter_map(|(label, _, read, _)| {
            let value = rules.with(read);
            (!value.is_empty()).then(|| view! { <dt>{locale.say(*label)}</dt><dd>{value}</dd> })
        });
        filled.collect_view()
    };
    view! {
        <dl>{said}</dl>
        <p class="row"><button type="button" on:click=move |_| form.copy()>{locale.say(r::COPY)}</button></p>
    }
    .into_any()
}

/// The teacher's own, to be changed.
fn mine(form: Form) -> AnyView {
    let Form { rules, own, locale, .. } = form;
    let (essential, more) = SAID.split_at(ESSENTIAL.min(SAID.len()));
    view! {
        <Editable of=own><div class="grid">
            {form.lines(essential)}
            {form.choice(r::ANONYMITY, list!(Anonymity, => anonymity))}
            {form.choice(r::CITATION, list!(CitationStyle, => citation))}
            <label class="check"><input type="checkbox" prop:checked=move || rules.with(|rules| rules.byline)
                on:change=move |event| form.set(|rules| rules.byline = event_target_checked(&event))/>{locale.say(r::BYLINE)}</label>
        </div>
        <details><summary>{locale.say(r::MORE_RULES)}</summary><div class="grid">{form.lines(more)}</div></details>
        <details><summary>{locale.say(r::LAYOUT)}</summary>
            {fonts(form)}
            <div class="grid">
                {form.lines(PAPER)}
                {form.choice(r::PAGE_NUMBER, list!(PageNumber, layout. => page_number))}
                {form.choice(r::TABLE_LINES, list!(TableLines, layout. => table_lines))}
            </div>
        </details>
        <p class="row"><button type="button" class="quiet" on:click=move |_| form.remove()>{locale.say(c::DELETE)}</button></p></Editable>
    }
    .into_any()
}

/// Typeface and size of each part of the text.
fn fonts(form: Form) -> AnyView {
    let locale = form.locale;
    view! {
        <div class="table"><table>
            <thead><tr><th></th><th scope="col">{locale.say(r::FAMILY)}</th><th scope="col">{locale.say(r::SIZE)}</th></tr></thead>
            <tbody>{Role::ALL.iter().map(|role| font(form, *role)).collect_view()}</tbody>
        </table></div>
        <datalist id="families">{["宋体", "黑体", "楷体", "仿宋"].map(|name| view! { <option value=name></option> }).collect_view()}</datalist>
        <datalist id="sizes">{SIZES.map(|(name, _)| view! { <option value=name></option> }).collect_view()}</datalist>
    }
    .into_any()
}

fn font(form: Form, role: Role) -> AnyView {
    let Form { rules, own, locale, .. } = form;
    let change = move |field: fn(&mut Font) -> &mut String, text: &str| {
        form.set(|rules| text.clone_into(field(rules.layout.fonts.entry(role.word().into()).or_default())));
    };
    let face = move || rules.with(|rules| rules.layout.face(role, locale.get()));
    let size = move || {
        let half_points = face().half_points;
        let named = SIZES.iter().find(|(_, half)| *half == half_points);
        named.map_or_else(
            || (f64::from(half_points) / 2.0).to_string(),
            |(name, _)| (*name).to_owned(),
        )
    };
    view! {
        <tr>
            <th scope="row">{move || role.label().in_(locale.get())}</th>
            <td><input type="text" list="families" aria-label=locale.say(r::FAMILY) node_ref=following_of(move || own.get(), move || face().family)
                on:change=move |event| change(|font| &mut font.family, event_target_value(&event).trim())/></td>
            <td><input type="text" list="sizes" aria-label=locale.say(r::SIZE) node_ref=following_of(move || own.get(), size)
                on:change=move |event| change(|font| &mut font.size, event_target_value(&event).trim())/></td>
        </tr>
    }
    .into_any()
}
