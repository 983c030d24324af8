//! What a notice asks for: shown, and changed in a copy of the teacher's own.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::catalog::{Labelled, Words};
use luoxuan::record::{Anonymity, Edition, PageNumber, Role, Rules, TableLines};

use super::desk::Desk;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::rules as r;
use crate::notebook::Notebook;
use crate::parts::choice::Choice;
use crate::parts::field::{following_of, line, shown};
use crate::parts::notices::Notices;
use crate::parts::open::Editable;

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

#[component]
pub(super) fn RulesForm(desk: Desk, rules: Memo<Rules>) -> impl IntoView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    // A shipped profile is read; the teacher's own is a record and can be changed.
    let own = Memo::new(move |_| desk.text.read(|document| document.rules.parse::<RecordId>().ok()));
    let set = move |change: &dyn Fn(&mut Rules)| {
        if let Some(id) = own.get_untracked() {
            let mut now = rules.get_untracked();
            change(&mut now);
            notebook.write(id, &now);
        }
    };
    let copy = move |_| {
        let mut mine = rules.get_untracked();
        mine.name = format!("{}{}", mine.name, r::MINE.in_(locale.0.get_untracked()));
        let id = notebook.add(&mine);
        desk.text.change(|document| document.rules = id.to_string());
    };
    let remove = move |_| {
        if let Some(id) = own.get_untracked() {
            desk.text.change(|document| document.rules.clear());
            notebook.trash(id);
            notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || {
                notebook.restore(id);
                desk.text.change_late(|document| document.rules = id.to_string());
            });
        }
    };
    let line = move |(label, kind, read, write): &'static Line| {
        let value = Signal::derive(move || rules.with(read));
        line(
            move || own.get(),
            *label,
            kind,
            value,
            move |text| set(&|rules| write(rules, text.trim())),
        )
    };
    let said = move || {
        let filled = SAID.iter().filter_map(|(label, _, read, _)| {
            let value = rules.with(read);
            (!value.is_empty()).then(|| view! { <dt>{locale.say(*label)}</dt><dd>{value}</dd> })
        });
        filled.collect_view()
    };
    let font = move |role: Role| {
        let change = move |field: fn(&mut luoxuan::record::Font) -> &mut String, text: &str| {
            set(&|rules| text.clone_into(field(rules.layout.fonts.entry(role.word().into()).or_default())));
        };
        let face = move || rules.with(|rules| rules.layout.face(role, locale.get()));
        let size = move || {
            let face = face();
            let named = luoxuan::record::SIZES
                .iter()
                .find(|(_, half)| *half == face.half_points);
            named.map_or_else(
                || (f64::from(face.half_points) / 2.0).to_string(),
                |(name, _)| (*name).to_owned(),
            )
        };
        view! {
            <tr>
                <th scope="row">{move || role.label().in_(locale.get())}</th>
                <td><input type="text" list="families" aria-label=locale.say(r::FAMILY) node_ref=following_of(move || own.get(), move || face().family) on:change=move |event| change(|font| &mut font.family, event_target_value(&event).trim())/></td>
                <td><input type="text" list="sizes" aria-label=locale.say(r::SIZE) node_ref=following_of(move || own.get(), size) on:change=move |event| change(|font| &mut font.size, event_target_value(&event).trim())/></td>
            </tr>
        }
    };
    view! {
        <details class="rules">
            <summary>{locale.say(r::RULES_SAY)}</summary>
            {move || if own.get().is_none() {
                view! {
                    <dl>{said}</dl>
                    <p class="row"><button type="button" on:click=copy>{locale.say(r::COPY)}</button></p>
                }.into_any()
            } else {
                view! {
                    <Editable of=own><div class="grid">
                        {SAID.iter().take(ESSENTIAL).map(line).collect_view()}
                        <Choice label=r::ANONYMITY options=Anonymity::ALL.iter().map(|it| (it.word(), it.label())).collect()
                            value=Signal::derive(move || rules.with(|rules| rules.anonymity.word()))
                            unknown=Signal::derive(move || rules.with(|rules| rules.unknown_word("anonymity").map(str::to_owned)))
                            on_change=move |word: String| if let Some(it) = Anonymity::from_word(&word) {
                                set(&|rules| {
                                    rules.other.remove("anonymity");
                                    rules.anonymity = it;
                                });
                            }/>
                        <Choice label=r::CITATION options=Edition::ALL.iter().map(|it| (it.word(), it.label())).collect()
                            value=Signal::derive(move || rules.with(|rules| rules.citation.word()))
                            unknown=Signal::derive(move || rules.with(|rules| rules.unknown_word("citation").map(str::to_owned)))
                            on_change=move |word: String| if let Some(it) = Edition::from_word(&word) {
                                set(&|rules| {
                                    rules.other.remove("citation");
                                    rules.citation = it;
                                });
                            }/>
                        <label class="check"><input type="checkbox" prop:checked=move || rules.with(|rules| rules.byline)
                            on:change=move |event| set(&|rules| rules.byline = event_target_checked(&event))/>{locale.say(r::BYLINE)}</label>
                    </div>
                    <details><summary>{locale.say(r::MORE_RULES)}</summary><div class="grid">{SAID.iter().skip(ESSENTIAL).map(line).collect_view()}</div></details>
                    <details><summary>{locale.say(r::LAYOUT)}</summary>
                    <div class="table"><table>
                        <thead><tr><th></th><th scope="col">{locale.say(r::FAMILY)}</th><th scope="col">{locale.say(r::SIZE)}</th></tr></thead>
                        <tbody>{Role::ALL.iter().map(|role| font(*role)).collect_view()}</tbody>
                    </table></div>
                    <datalist id="families">{["宋体", "黑体", "楷体", "仿宋"].map(|name| view! { <option value=name></option> }).collect_view()}</datalist>
                    <datalist id="sizes">{luoxuan::record::SIZES.map(|(name, _)| view! { <option value=name></option> }).collect_view()}</datalist>
                    <div class="grid">
                        {PAPER.iter().map(line).collect_view()}
                        <Choice label=r::PAGE_NUMBER options=PageNumber::ALL.iter().map(|it| (it.word(), it.label())).collect()
                            value=Signal::derive(move || rules.with(|rules| rules.layout.page_number.word()))
                            unknown=Signal::derive(move || rules.with(|rules| rules.layout.unknown_word("page_number").map(str::to_owned)))
                            on_change=move |word: String| if let Some(it) = PageNumber::from_word(&word) {
                                set(&|rules| {
                                    rules.layout.other.remove("page_number");
                                    rules.layout.page_number = it;
                                });
                            }/>
                        <Choice label=r::TABLE_LINES options=TableLines::ALL.iter().map(|it| (it.word(), it.label())).collect()
                            value=Signal::derive(move || rules.with(|rules| rules.layout.table_lines.word()))
                            unknown=Signal::derive(move || rules.with(|rules| rules.layout.unknown_word("table_lines").map(str::to_owned)))
                            on_change=move |word: String| if let Some(it) = TableLines::from_word(&word) {
                                set(&|rules| {
                                    rules.layout.other.remove("table_lines");
                                    rules.layout.table_lines = it;
                                });
                            }/>
                    </div>
                    </details>
                    <p class="row"><button type="button" class="quiet" on:click=remove>{locale.say(c::DELETE)}</button></p></Editable>
                }.into_any()
            }}
        </details>
    }
}
