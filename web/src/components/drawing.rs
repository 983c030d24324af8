//! The spiral as it stands: one loop a turn, an arc a phase, a dot an entry.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::spiral::{Dot, Drawing};

use crate::browser::files::download;
use crate::browser::pictures::png_of;
use crate::components::notices::Notices;
use crate::i18n::spiral as s;
use crate::i18n::{Locale, fill};

/// Side of an exported picture, in pixels: sharp on half a page of A4.
const EXPORTED: u32 = 1200;

/// What the drawing shows and what its dots are called.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Picture {
    /// The spiral's name.
    pub title: String,
    /// How many turns it has.
    pub turns: usize,
    /// The geometry.
    pub drawing: Drawing,
    /// The name of each dot, in the order of the dots.
    pub names: Vec<String>,
}

impl Picture {
    fn name(&self, entry: RecordId) -> String {
        let at = self.drawing.dots.iter().position(|dot| dot.entry == entry);
        at.and_then(|at| self.names.get(at)).cloned().unwrap_or_default()
    }

    fn svg(&self) -> String {
        self.drawing.to_svg(&self.title, EXPORTED, |dot| self.name(dot.entry))
    }
}

/// The drawing of one spiral, each dot a link to its entry.
#[component]
pub fn SpiralDrawing(
    /// What to draw.
    picture: Memo<Picture>,
    /// The address of an entry.
    #[prop(into)]
    link: Callback<RecordId, String>,
    /// The address of a spiral that branched off.
    #[prop(into)]
    branch: Callback<RecordId, String>,
) -> impl IntoView {
    let locale = Locale::here();
    let pointed = RwSignal::new(None::<RecordId>);
    let label = move || {
        let picture = picture.read();
        let count = picture.drawing.dots.len();
        fill(s::DRAWING.in_(locale.get()), &[("n", &picture.turns), ("m", &count)])
    };
    let caption = move || match pointed.get() {
        Some(entry) => picture.with(|picture| picture.name(entry)),
        None => s::DRAWING_HELP.in_(locale.get()).to_owned(),
    };
    view! {
        <figure>
            {move || picture.with(|picture| {
                let drawing = &picture.drawing;
                let arcs = drawing.arcs.iter().map(|arc| view! { <path d=arc.path.clone() data-phase=arc.phase.word()></path> }).collect_view();
                let branches = drawing.branches.iter().map(|(spiral, path)| view! {
                    <g><a href=branch.run(*spiral) aria-label=locale.say(s::GO_THERE) data-phase="new_problem" class="branch"><path d=path.clone()></path></a></g>
                }).collect_view();
                let dots = drawing.dots.iter().zip(&picture.names).map(|(dot, name)| dot_of(dot, name.clone(), link.run(dot.entry), pointed)).collect_view();
                let side = drawing.side;
                view! {
                    <svg class="drawing" viewBox=format!("0 0 {side:.1} {side:.1}") role="group" aria-label=label>
                        {arcs}
                        {drawing.tail.clone().map(|tail| view! { <path class="tail" d=tail></path> })}
                        {branches}
                        {dots}
                    </svg>
                }
            })}
            <figcaption class="drawing-name" aria-hidden="true">{caption}</figcaption>
            {ways_to_save(picture)}
        </figure>
    }
}

/// The dot of an entry, which is a link to it and says what it is called while it is pointed at.
fn dot_of(dot: &Dot, name: String, href: String, pointed: RwSignal<Option<RecordId>>) -> AnyView {
    let entry = dot.entry;
    // A small dot still wants a finger's width to be hit.
    let reach = dot.r.max(7.0);
    view! {
        // In a group, so that the link is one of SVG and not of HTML.
        <g>
        <a href=href aria-label=name data-phase=dot.phase.word() class:open=dot.last
            on:mouseenter=move |_| pointed.set(Some(entry)) on:mouseleave=move |_| pointed.set(None)
            on:focus=move |_| pointed.set(Some(entry)) on:blur=move |_| pointed.set(None)>
            <circle class="reach" cx=dot.x cy=dot.y r=reach></circle>
            <circle cx=dot.x cy=dot.y r=dot.r></circle>
        </a>
        </g>
    }
    .into_any()
}

/// The drawing as a file, to scale or in dots.
fn ways_to_save(picture: Memo<Picture>) -> AnyView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let told = move |saved: Option<()>| {
        if saved.is_none() {
            notices.say(s::SAVE_FAILED.in_(locale.0.get_untracked()));
        }
    };
    let save_svg = move |_| {
        let picture = picture.get_untracked();
        let (name, svg) = (file_name(&picture.title, "svg"), picture.svg());
        told(download(&name, "image/svg+xml", svg.as_bytes()));
    };
    let save_png = move |_| {
        let picture = picture.get_untracked();
        leptos::task::spawn_local(async move {
            let made = png_of(&picture.svg(), EXPORTED).await;
            told(made.and_then(|bytes| download(&file_name(&picture.title, "png"), "image/png", &bytes)));
        });
    };
    view! {
        <div class="row actions drawing-save">
            <button type="button" class="quiet" on:click=save_svg>{locale.say(s::SAVE_SVG)}</button>
            <button type="button" class="quiet" on:click=save_png>{locale.say(s::SAVE_PNG)}</button>
        </div>
    }
    .into_any()
}

/// A name every file system takes.
fn file_name(title: &str, extension: &str) -> String {
    let safe: String = title
        .chars()
        .map(|c| {
            if c.is_control() || "\\/:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .take(40)
        .collect();
    let safe = safe.trim();
    format!("{}.{extension}", if safe.is_empty() { "spiral" } else { safe })
}
