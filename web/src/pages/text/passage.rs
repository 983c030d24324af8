//! One passage: its words, where they come from, and what can be done with it.

use leptos::html::Textarea;
use leptos::prelude::*;
use luoxuan::draft::{self, Change, ChangeKind};
use luoxuan::record::Passage;
use luoxuan::{Document, RecordId, draft::compare};
use wasm_bindgen::JsCast;

use super::days::DaysBelow;
use super::desk::Desk;
use super::desk::passage_id;
use super::drawer::wording;
use crate::here::Here;
use crate::i18n::capture::PICTURE_BAD;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;
use crate::parts::editor::{Editor, SendFile};
use crate::parts::notices::Notices;
use crate::parts::origin::Origin;
use crate::parts::picture::keep;
use crate::parts::prose::Preview;
use crate::parts::{scroll_to, select};
use crate::typing::units;

/// What has become of a source since its words were taken.
#[derive(Debug, Clone, PartialEq)]
struct Since {
    record: RecordId,
    part: String,
    then: String,
    now: Option<String>,
}

#[component]
pub(super) fn PassageView(
    desk: Desk,
    section: String,
    at: usize,
    /// The place of the section's last passage.
    last: usize,
    passage: Passage,
) -> impl IntoView {
    let (locale, here, notebook, notices) = (Locale::here(), Here::here(), Notebook::here(), Notices::here());
    let area = NodeRef::<Textarea>::new();
    let name = StoredValue::new(section);
    let in_section = move |act: &dyn Fn(&str)| name.with_value(|name| act(name));
    let own = passage.sources.is_empty();
    let wants = passage.wants_evidence;
    let origins = origins_of(&passage);
    let sources = StoredValue::new(passage.sources);
    let since = Memo::new(move |_| {
        sources.with_value(|sources| {
            let changed = sources.iter().filter_map(|source| {
                let now = notebook.of_source(source.record, |journal| {
                    draft::source(journal, source.record, &source.part)
                });
                let now = now.map(|now| now.snapshot);
                (now.as_ref() != Some(&source.snapshot)).then(|| Since {
                    record: source.record,
                    part: source.part.clone(),
                    then: source.snapshot.clone(),
                    now,
                })
            });
            changed.collect::<Vec<_>>()
        })
    });
    let label = Signal::derive(move || {
        let heading = name.with_value(|name| desk.heading(name));
        fill(t::PASSAGE.in_(locale.get()), &[("section", &heading), ("n", &(at + 1))])
    });
    let go = move |to: usize| in_section(&|name| scroll_to(passage_id(name, to)));
    let carry = move |to: usize| {
        in_section(&|name| {
            desk.arrange(|document| document.carry(name, at, name, to));
        });
        go(to);
    };
    let split = move |_| {
        let Some(area) = area.get_untracked() else { return };
        let units = area.selection_start().ok().flatten().unwrap_or_default();
        let bytes = crate::typing::byte(&area.value(), units);
        in_section(&|name| {
            desk.text.change(|document| {
                document.split(name, at, bytes);
            });
        });
        go(at + 1);
    };
    let join = move |_| {
        in_section(&|name| {
            desk.text.change(|document| {
                document.join(name, at);
            });
        });
        go(at);
    };
    let take_out = move |_| {
        let before = untrack(|| desk.text.read(Document::clone));
        let taken = name
            .with_value(|name| desk.arrange(|document| document.remove(name, at)))
            .flatten();
        if let Some(taken) = taken {
            // By then this passage's view has been drawn anew, or the page is gone.
            let name = name.get_value();
            desk.undoable(
                notices,
                t::TAKEN_OUT.in_(locale.0.get_untracked()),
                before,
                move |document| {
                    document.pull(&name, at, taken.clone());
                },
            );
        }
    };
    let picture = move |file: SendFile| {
        let byte = area.get_untracked().map_or(0, |area| {
            let units = area.selection_end().ok().flatten().unwrap_or_default();
            crate::typing::byte(&area.value(), units)
        });
        let name = name.get_value();
        leptos::task::spawn_local(async move {
            let kept = keep(notebook, &file).await;
            // The person may have left the page in the meantime.
            let Some((template, language)) = desk.template.try_get_untracked().zip(locale.0.try_get_untracked()) else {
                return;
            };
            let Some(blob) = kept else {
                notices.say(PICTURE_BAD.in_(language));
                return;
            };
            let mut place = None;
            desk.text.change(|document| {
                let caption = draft::illustrate(document, &template, (&name, at), byte, blob.id, language);
                let text = document.section(&name).get(at).map(|passage| passage.text.clone());
                place = caption
                    .zip(text)
                    .and_then(|(caption, text)| Some(units(text.get(..caption.start)?)));
            });
            if let Some(place) = place {
                select(passage_id(&name, at), (place, place));
            }
        });
    };
    let mark = move |_| {
        in_section(&|name| {
            desk.text.change(|document| {
                document.want_evidence(name, at, !wants);
            });
        });
    };
    // Where the passage is to go: an arrow in the list only chooses, the button moves.
    let chosen = RwSignal::new(String::new());
    let carry_over = move |_| {
        let to = chosen.get_untracked();
        let end = desk.text.read(|document| document.section(&to).len());
        in_section(&|name| {
            desk.arrange(|document| document.carry(name, at, &to, end));
        });
        scroll_to(passage_id(&to, end));
    };
    let elsewhere = move || {
        desk.template.with(|template| {
            let others = template
                .sections
                .iter()
                .filter(|section| name.with_value(|name| section.name != *name));
            others
                .map(|section| (section.name.clone(), section.heading.clone()))
                .collect::<Vec<_>>()
        })
    };
    let refresh = move |record: RecordId, part: String, words: bool| {
        let now = untrack(|| notebook.of_source(record, |journal| draft::source(journal, record, &part)));
        let words = words
            .then(|| untrack(|| wording(notebook, desk, record, &part)))
            .flatten();
        if let Some(now) = now {
            in_section(&|name| {
                desk.text.change(|document| {
                    let as_it_stands = document.clone();
                    let told = |words: &str| {
                        let language = locale.0.get_untracked();
                        untrack(|| {
                            notebook.of_all(|index| draft::told_by_day(words, record, &as_it_stands, index, language))
                        })
                    };
                    document.take_anew(name, at, now.clone(), words.as_deref(), &told);
                });
            });
        }
    };
    // A table, a chart or a picture is shown as it will be; prose is read where it is written.
    let written = RwSignal::new(passage.text.clone());
    let drawn = Memo::new(move |_| {
        let is_drawn = |text: &str| text.contains("\n|") || text.contains("```chart") || text.contains("![");
        written.with(|text| if is_drawn(text) { text.clone() } else { String::new() })
    });
    let captions = move || name.with_value(|name| desk.captions_of(name, at));
    desk.follows(move || (name.get_value(), at), written, area);
    // A box that is taken away loses the keyboard when nothing here is left to ask.
    let is_box = move |event: &web_sys::FocusEvent| {
        let area = area.try_get_untracked().flatten();
        area.is_some_and(|area| event.target() == Some(area.unchecked_into()))
    };
    let at_work = RwSignal::new(false);
    view! {
        // Its tools come when the cursor comes into the box, and stay: what came with any button, or went away again, would
        // move what is below under the mouse.
        <div class="passage" class:own=own class:at-work=at_work
            on:focusin=move |event| if is_box(&event) {
                at_work.set(true);
                desk.enters_box();
            }
            on:focusout=move |event| if is_box(&event) { in_section(&|name| desk.leaves_box((name, at), &event, passage_id)) }>
            <div class="row passage-head">
                {move || if own {
                    view! { <span class="chip">{locale.say(t::OWN)}</span> }.into_any()
                } else {
                    chips(&origins.get(), here, locale)
                }}
                {wants.then(|| view! { <b class="amber soft">{locale.say(t::LACKS_EVIDENCE)}</b> })}
                // Drawn anew, the element may have been another passage's.
                <details class="more" prop:open=false>
                    <summary>{locale.say(t::MORE)}</summary>
                    <p class="row">
                        <button type="button" disabled=at == 0 on:click=move |_| carry(at.saturating_sub(1))>{locale.say(t::UP)}</button>
                        <button type="button" disabled=at == last on:click=move |_| carry(at + 1)>{locale.say(t::DOWN)}</button>
                        <button type="button" on:click=split>{locale.say(t::SPLIT)}</button>
                        <button type="button" disabled=at == last on:click=join>{locale.say(t::JOIN)}</button>
                        <label class="choice"><span>{locale.say(t::TO_SECTION)}</span>
                            <select on:change=move |event| chosen.set(event_target_value(&event))>
                                <option value=""></option>
                                {move || elsewhere().into_iter().map(|(name, heading)| view! { <option value=name>{heading}</option> }).collect_view()}
                            </select>
                        </label>
                        <button type="button" disabled=move || chosen.read().is_empty() on:click=carry_over>{locale.say(t::CARRY_OVER)}</button>
                        <button type="button" on:click=mark>{locale.say(if wants { t::WANTS_NO_EVIDENCE } else { t::WANTS_EVIDENCE })}</button>
                        <button type="button" on:click=take_out>{locale.say(t::TAKE_OUT)}</button>
                    </p>
                </details>
            </div>
            <Show when=move || !drawn.read().is_empty()>
                <Preview text=drawn/>
                {move || captions().into_iter().map(|caption| view! { <p class="soft caption">{caption}</p> }).collect_view()}
            </Show>
            <Editor id=name.with_value(|name| passage_id(name, at)) area text=passage.text label on_picture=picture
                on_input=move |text: String| {
                    in_section(&|name| desk.text.sheet.update(|document| {
                        document.rewrite(name, at, &text);
                    }));
                    written.set(text);
                }
                on_done=move |()| desk.text.sheet.settle()/>
            <DaysBelow desk section=name at written/>
            {move || since.get().into_iter().map(|since| {
                let Since { record, part, then, now } = since;
                let other = part.clone();
                let gone = now.is_none();
                view! {
                    <div class="hint since" role="note">
                        <p>{locale.say(if gone { t::SOURCE_GONE } else { t::SOURCE_CHANGED })}</p>
                        {now.map(|now| difference(&compare(&then, &now)))}
                        <p class="row">
                            {(!gone).then(|| view! { <button type="button" on:click=move |_| refresh(record, part.clone(), true)>{locale.say(t::USE_NEW)}</button> })}
                            {(!gone).then(|| view! { <button type="button" class="quiet" on:click=move |_| refresh(record, other.clone(), false)>{locale.say(t::KEEP_OLD)}</button> })}
                        </p>
                    </div>
                }
            }).collect_view()}
        </div>
    }
}

/// Where the words of a passage come from, each record once.
pub(super) fn origins_of(passage: &Passage) -> Memo<Vec<Origin>> {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let records: Vec<_> = passage.sources.iter().map(|source| source.record).collect();
    Memo::new(move |_| {
        let language = locale.get();
        let mut seen = Vec::new();
        for record in &records {
            let origin = notebook.of_record(*record, |index| Origin::of(index, *record, language));
            if !seen.contains(&origin) {
                seen.push(origin);
            }
        }
        seen
    })
}

/// More chips than this push the words away.
const CHIPS: usize = 3;

/// Where it comes from: a few of them at once, the others when asked for.
pub(super) fn chips(origins: &[Origin], here: Here, locale: Locale) -> AnyView {
    let (first, others) = origins.split_at(origins.len().min(CHIPS));
    let shown = |origins: &[Origin]| origins.iter().map(|origin| origin.show(here)).collect_view();
    let others = (!others.is_empty()).then(|| view! {
        <details><summary>{fill(t::MORE_ORIGINS.in_(locale.get()), &[("n", &others.len())])}</summary>{shown(others)}</details>
    });
    view! { {shown(first)} {others} }.into_any()
}

/// What was taken out and what was put in, word by word.
pub(super) fn difference(changes: &[Change]) -> AnyView {
    let pieces = changes.iter().map(|change| {
        let text = change.text.clone();
        match change.kind {
            ChangeKind::Same => view! { <span>{text}</span> }.into_any(),
            ChangeKind::Removed => view! { <del>{text}</del> }.into_any(),
            ChangeKind::Added => view! { <ins>{text}</ins> }.into_any(),
        }
    });
    view! { <p class="difference">{pieces.collect_view()}</p> }.into_any()
}
