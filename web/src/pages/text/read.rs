//! 通读: the whole text as one page, read and changed where it stands.
#![allow(clippy::large_types_passed_by_value)] // A passage is a handle: each closure of its view holds a copy.

use std::cell::RefCell;

use leptos::html::{Div, Textarea};
use leptos::prelude::*;
use luoxuan::record::Passage;
use luoxuan::{Document, RecordId};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::context::TextContext;
use super::passage::{chips, origins_of};
use crate::components::editor::{Editor, composing};
use crate::components::notices::Notices;
use crate::components::origin::Origin;
use crate::components::prose::Preview;
use crate::components::scroll_to;
use crate::i18n::common as c;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;

thread_local! {
    /// Where somebody was reading last, to come back to from the day a sentence is of.
    static LAST: RefCell<Option<(RecordId, String)>> = const { RefCell::new(None) };
}

/// Where a passage stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot {
    section: String,
    at: usize,
}

impl Spot {
    /// The id of its element.
    fn id(&self) -> String {
        format!("read-{}-{}", self.section, self.at)
    }

    fn place(&self) -> (String, usize) {
        (self.section.clone(), self.at)
    }
}

#[component]
pub(super) fn Read(context: TextContext) -> impl IntoView {
    let locale = Locale::here();
    let id = context.text.sheet.id;
    let last = LAST.with_borrow(|last| last.clone().filter(|(text, _)| *text == id));
    if let Some((_, place)) = last {
        scroll_to(place);
    }
    let sections = Memo::new(move |_| {
        context.template.with(|template| {
            let sections = template.sections.iter();
            sections
                .map(|section| (section.name.clone(), section.heading.clone()))
                .collect::<Vec<_>>()
        })
    });
    let sheet = context.text.sheet;
    let front = move || {
        let (summary, keywords) = sheet.with(|document| (document.summary.clone(), document.keywords.join("；")));
        let line = |label, text: String| {
            (!text.trim().is_empty())
                .then(|| view! { <p class="paper-summary"><b>{locale.say(label)} "："</b> {text}</p> })
        };
        view! { {line(t::SUMMARY, summary)} {line(t::KEYWORDS, keywords)} }
    };
    let body = move || {
        let order: Vec<String> = sections.with(|sections| sections.iter().map(|(name, _)| name.clone()).collect());
        let order = StoredValue::new(order);
        let written = sections.get().into_iter().filter_map(|(name, heading)| {
            let passages = context.text.read(|document| document.section(&name).to_vec());
            let stretches = passages.into_iter().enumerate().map(|(at, passage)| {
                let spot = Spot {
                    section: name.clone(),
                    at,
                };
                view! { <Stretch context spot passage order/> }
            });
            let stretches: Vec<_> = stretches.collect();
            (!stretches.is_empty()).then(|| view! { <section><h2>{heading}</h2>{stretches}</section> })
        });
        let written: Vec<_> = written.collect();
        if written.is_empty() {
            view! { <p class="soft">{locale.say(t::NOTHING_TO_READ)}</p> }.into_any()
        } else {
            written.into_any()
        }
    };
    view! {
        <p class="soft">{locale.say(t::READ_KEYS)}</p>
        <article class="paper reading">{front}{body}</article>
        <PutAside context/>
    }
}

/// The id of the box a passage is changed in.
fn box_id(section: &str, at: usize) -> String {
    format!("change-{section}-{at}")
}

/// Where the element stands that is so many before or after this one.
fn neighbour(element: &HtmlElement, by: isize) -> Option<HtmlElement> {
    let all = document().query_selector_all(".reading .stretch").ok()?;
    let at = (0..all.length()).find(|at| all.item(*at).is_some_and(|one| one.is_same_node(Some(element))))?;
    let to = at.checked_add_signed(i32::try_from(by).ok()?)?;
    all.item(to)?.dyn_into().ok()
}

/// A passage in the text that is read through.
#[derive(Clone, Copy)]
struct Touched {
    context: TextContext,
    spot: StoredValue<Spot>,
    /// The names of all sections, in order.
    order: StoredValue<Vec<String>>,
    written: RwSignal<String>,
    /// Whether its box is open.
    changing: RwSignal<bool>,
    frame: NodeRef<Div>,
    area: NodeRef<Textarea>,
    locale: Locale,
    notices: Notices,
}

impl Touched {
    fn leave(self) {
        self.context.text.sheet.settle();
        if self.changing.try_set(false).is_none()
            && let Some(frame) = self.frame.get_untracked()
        {
            let _ = frame.focus();
        }
    }

    fn turn(self) {
        if self.changing.get_untracked() {
            self.leave();
        } else {
            self.changing.set(true);
        }
    }

    fn carry(self, by: isize) {
        let (context, from) = (self.context, self.spot.get_value());
        let length = |document: &Document, name: &str| document.section(name).len();
        let to = untrack(|| {
            context
                .text
                .read(|document| destination(&from, by, self.order, |name| length(document, name)))
        });
        let Some(to) = to else { return };
        context.arrange(|document| document.carry(&from.section, from.at, &to.section, to.at));
        go(&to);
    }

    /// Joins it with the one before.
    fn join(self) {
        let Spot { section, at } = self.spot.get_value();
        let Some(before) = at.checked_sub(1) else { return };
        self.context.text.change(|document| {
            document.join(&section, before);
        });
        go(&Spot { section, at: before });
    }

    /// Puts it aside: out of the text, and not away.
    fn put_aside(self) {
        let (context, Spot { section, at }) = (self.context, self.spot.get_value());
        let before = untrack(|| context.text.read(Document::clone));
        context.arrange(|document| document.put_aside(&section, at));
        let of = section.clone();
        let said = t::LEFT_ASIDE.in_(self.locale.0.get_untracked());
        context.undoable(self.notices, said, before, move |document| {
            // It is the last that was put there.
            let last = document.aside.get(&of).map_or(0, Vec::len);
            document.take_back(&of, last.wrapping_sub(1));
        });
        go(&Spot {
            section,
            at: at.saturating_sub(1),
        });
    }

    fn key(self, event: &KeyboardEvent) {
        let Some(frame) = self.frame.get_untracked() else {
            return;
        };
        if composing(event) {
            return;
        }
        if self.changing.get_untracked() {
            if event.key() == "Escape" {
                event.prevent_default();
                self.leave();
            }
            return;
        }
        // Only of the paragraph itself, not of what stands in it.
        let its_own = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Node>().ok())
            .is_some_and(|target| target.is_same_node(Some(&frame)));
        if !its_own || event.ctrl_key() || event.meta_key() {
            return;
        }
        let step = |by| neighbour(&frame, by).map(|other| other.focus());
        match (event.key().as_str(), event.alt_key()) {
            ("ArrowUp", false) => drop(step(-1)),
            ("ArrowDown", false) => drop(step(1)),
            // What a newer version of the app wrote is only read.
            _ if self.context.text.sheet.newer => return,
            ("ArrowUp", true) => self.carry(-1),
            ("ArrowDown", true) => self.carry(1),
            ("Enter", _) => self.changing.set(true),
            ("Backspace", _) => self.join(),
            ("Delete", _) => self.put_aside(),
            _ => return,
        }
        event.prevent_default();
    }

    fn label(self) -> Signal<String> {
        let Self {
            context, spot, locale, ..
        } = self;
        Signal::derive(move || {
            spot.with_value(|spot| {
                let (heading, n) = (context.heading(&spot.section), spot.at + 1);
                fill(t::PASSAGE.in_(locale.get()), &[("section", &heading), ("n", &n)])
            })
        })
    }

    /// Whether this happened in its box.
    fn is_box(self, event: &web_sys::FocusEvent) -> bool {
        let area = self.area.try_get_untracked().flatten();
        area.is_some_and(|area| event.target() == Some(area.unchecked_into()))
    }
}

fn go(spot: &Spot) {
    scroll_to(spot.id());
}

/// A passage to read, and where it is touched to change.
#[component]
fn Stretch(
    context: TextContext,
    spot: Spot,
    passage: Passage,
    /// The names of all sections, in order.
    order: StoredValue<Vec<String>>,
) -> impl IntoView {
    let origins = origins_of(&passage);
    let own = passage.sources.is_empty();
    let id = spot.id();
    let touched = Touched {
        context,
        spot: StoredValue::new(spot),
        order,
        written: RwSignal::new(passage.text),
        changing: RwSignal::new(false),
        frame: NodeRef::new(),
        area: NodeRef::new(),
        locale: Locale::here(),
        notices: Notices::here(),
    };
    let Touched {
        spot,
        written,
        changing,
        ..
    } = touched;
    let text = context.text;
    let place = id.clone();
    context.follows(move || spot.with_value(Spot::place), written, touched.area);
    view! {
        <div class="stretch" id=id tabindex="0" role="group" aria-label=touched.label() node_ref=touched.frame
            on:keydown=move |event| touched.key(&event)
            on:focusin=move |event| {
                LAST.set(Some((text.sheet.id, place.clone())));
                if touched.is_box(&event) {
                    context.enters_box();
                }
            }
            // A box that is taken away loses the keyboard when nothing here is left to ask.
            on:focusout=move |event| if touched.is_box(&event) {
                spot.with_value(|spot| context.leaves_box((&spot.section, spot.at), &event, box_id));
            }>
            {move || if changing.get() { changed(touched) } else { shown(touched) }}
            {actions(touched, own, origins)}
        </div>
    }
}

/// Its box.
fn changed(touched: Touched) -> AnyView {
    let Touched {
        context,
        spot,
        written,
        area,
        ..
    } = touched;
    let id = spot.with_value(|spot| box_id(&spot.section, spot.at));
    view! {
        <Editor id area text=written.get_untracked() tools=false autofocus=true label=touched.label()
            on_input=move |new: String| {
                spot.with_value(|spot| context.text.sheet.update(|document| {
                    document.rewrite(&spot.section, spot.at, &new);
                }));
                written.set(new);
            }
            on_done=move |()| touched.leave()/>
    }
    .into_any()
}

/// The passage as it will be in print.
fn shown(touched: Touched) -> AnyView {
    let Touched {
        context,
        spot,
        written,
        changing,
        ..
    } = touched;
    // Above a table its caption stands already.
    let drawn = Memo::new(move |_| written.with(|text| !text.contains("\n|")));
    let captions = move || {
        let of = |spot: &Spot| context.captions_of(&spot.section, spot.at);
        if drawn.get() { spot.with_value(of) } else { Vec::new() }
    };
    view! {
        <div class="stretch-text" on:click=move |_| changing.set(!context.text.sheet.newer)>
            <Preview text=written/>
            {move || captions().into_iter().map(|caption| view! { <p class="caption">{caption}</p> }).collect_view()}
        </div>
    }
    .into_any()
}

/// Where it comes from, and what can be done with it.
fn actions(touched: Touched, own: bool, origins: Memo<Vec<Origin>>) -> AnyView {
    let Touched {
        spot, changing, locale, ..
    } = touched;
    let here = Navigator::here();
    let turn = move || if changing.get() { c::DONE } else { c::EDIT }.in_(locale.get());
    view! {
        <div class="row actions">
            {move || if own { view! { <span class="chip">{locale.say(t::OWN)}</span> }.into_any() } else { chips(&origins.get(), here, locale) }}
            <button type="button" on:click=move |_| touched.turn()>{turn}</button>
            <button type="button" on:click=move |_| touched.carry(-1)>{locale.say(t::UP)}</button>
            <button type="button" on:click=move |_| touched.carry(1)>{locale.say(t::DOWN)}</button>
            <button type="button" disabled=move || spot.with_value(|spot| spot.at == 0) on:click=move |_| touched.join()>{locale.say(t::JOIN_BEFORE)}</button>
            <button type="button" on:click=move |_| touched.put_aside()>{locale.say(t::PUT_ASIDE)}</button>
        </div>
    }
    .into_any()
}

/// Where a passage goes that is moved by one: past a section's end it is in the next.
fn destination(
    from: &Spot,
    by: isize,
    order: StoredValue<Vec<String>>,
    length: impl Fn(&str) -> usize,
) -> Option<Spot> {
    let within = from.at.checked_add_signed(by).filter(|at| *at < length(&from.section));
    if let Some(at) = within {
        return Some(Spot {
            section: from.section.clone(),
            at,
        });
    }
    order.with_value(|order| {
        let here = order.iter().position(|name| *name == from.section)?;
        let section = order.get(here.checked_add_signed(by)?)?.clone();
        let at = if by < 0 { length(&section) } else { 0 };
        Some(Spot { section, at })
    })
}

/// What was put aside, with the way back.
#[component]
fn PutAside(context: TextContext) -> impl IntoView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let kept = move || context.text.read(|document| document.aside.clone());
    let row = move |section: String, at: usize, passage: Passage| {
        let heading = context.heading(&section);
        let section = StoredValue::new(section);
        let back = move |_| {
            let section = section.get_value();
            context.arrange(|document| document.take_back(&section, at));
        };
        let remove = move |_| {
            let section = section.get_value();
            let mut taken = None;
            context.text.change(|document| {
                let aside = document.aside.get_mut(&section);
                taken = aside.and_then(|aside| (at < aside.len()).then(|| aside.remove(at)));
                document.aside.retain(|_, aside| !aside.is_empty());
            });
            if let Some(taken) = taken {
                notices.undoable(t::TAKEN_OUT.in_(locale.0.get_untracked()), move || {
                    context
                        .text
                        .change_late(|document| document.aside.entry(section.clone()).or_default().push(taken.clone()));
                });
            }
        };
        view! {
            <li>
                <p class="soft">{heading}</p>
                <Preview text=RwSignal::new(passage.text)/>
                <p class="row actions">
                    <button type="button" on:click=back>{locale.say(t::PUT_BACK)}</button>
                    <button type="button" class="quiet" on:click=remove>{locale.say(t::TAKE_OUT)}</button>
                </p>
            </li>
        }
    };
    move || {
        let kept = kept();
        let number: usize = kept.values().map(Vec::len).sum();
        (number > 0).then(|| {
            let rows = kept.into_iter().flat_map(|(section, passages)| {
                let numbered = passages.into_iter().enumerate();
                numbered
                    .map(move |(at, passage)| row(section.clone(), at, passage))
                    .collect::<Vec<_>>()
            });
            view! {
                <section class="put-aside">
                    <h2>{fill(t::ASIDE.in_(locale.get()), &[("n", &number)])}</h2>
                    <p class="soft">{locale.say(t::ASIDE_WHY)}</p>
                    <ul class="plain">{rows.collect::<Vec<_>>()}</ul>
                </section>
            }
        })
    }
}
