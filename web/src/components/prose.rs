//! A Markdown text as elements of a closed list. There is no raw HTML anywhere on the way.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::BlobId;
use luoxuan::catalog::Language;
use luoxuan::chart::Chart;
use luoxuan::text::markdown::{Align, Block, Markdown, Node, parse};

use super::chart::ChartFigure;
use super::picture::Picture;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::later::later;

/// A text, laid out. It follows the text it is given.
#[component]
pub fn Prose(
    /// The Markdown source.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let locale = Locale::here();
    move || {
        let markdown = text.with(|text| parse(text));
        let note = markdown
            .as_source
            .then(|| view! { <p class="soft">{locale.say(c::AS_SOURCE)}</p> });
        view! { <div class="prose">{note}{nodes(markdown.nodes)}</div> }
    }
}

/// A piece of a text at its top level, and its key: as long as it says the same it keeps the key, and what was drawn of it.
type Piece = (u64, Arc<Node>);

/// A text in pieces.
#[derive(Clone, PartialEq)]
struct Pieces {
    all: Vec<Piece>,
    /// No key has been this one, nor any after it.
    next: u64,
    as_source: bool,
    /// What is drawn of a chart has words of its own.
    language: Language,
}

/// The pieces of a text as they follow those of the text before: what stands the same at its beginning and at its end
/// stays, and what lies between is new.
fn follow(before: Option<&Pieces>, now: Markdown, language: Language) -> Pieces {
    let next = before.map_or(0, |before| before.next);
    let before = before.filter(|before| before.language == language);
    let before = before.map_or(&[][..], |before| &before.all);
    let same = |(was, node): &(&Piece, &Node)| *was.1 == **node;
    let head = before.iter().zip(&now.nodes).take_while(same).count();
    let most = before.len().min(now.nodes.len()) - head;
    let tail = before.iter().rev().zip(now.nodes.iter().rev());
    let tail = tail.take(most).take_while(same).count();
    let changed = now.nodes.len() - head - tail;
    let fresh = now.nodes.into_iter().skip(head).take(changed);
    let fresh = (next..).zip(fresh.map(Arc::new));
    let kept = |from: usize| before.iter().skip(from).cloned();
    Pieces {
        all: kept(0)
            .take(head)
            .chain(fresh)
            .chain(kept(before.len() - tail))
            .collect(),
        next: next + changed as u64,
        as_source: now.as_source,
        language,
    }
}

/// A text being written, laid out. Of a change only the paragraph, list or table in which it is gets drawn anew.
#[component]
pub fn Preview(
    /// The Markdown source.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let locale = Locale::here();
    let pieces = Memo::new(move |before: Option<&Pieces>| follow(before, text.with(|text| parse(text)), locale.get()));
    let as_source = Memo::new(move |_| pieces.with(|pieces| pieces.as_source));
    view! {
        <div class="preview"><div class="prose">
            {move || as_source.get().then(|| view! { <p class="soft">{locale.say(c::AS_SOURCE)}</p> })}
            <For each=move || pieces.with(|pieces| pieces.all.clone()) key=|(key, _)| *key
                children=|(_, piece)| node(Arc::unwrap_or_clone(piece))/>
        </div></div>
    }
}

fn nodes(nodes: Vec<Node>) -> Vec<AnyView> {
    nodes.into_iter().map(node).collect()
}

fn node(node: Node) -> AnyView {
    match node {
        Node::Text(text) => words(text),
        Node::Code(text) => view! { <code>{text}</code> }.into_any(),
        Node::Break => view! { <br/> }.into_any(),
        Node::Rule => view! { <hr/> }.into_any(),
        Node::Tick(done) => if done { "☑ " } else { "☐ " }.into_any(),
        Node::Picture(id, alt) => picture(id, alt),
        Node::Block(Block::Code(info), children) => match chart(&info, &children) {
            Some(chart) => chart,
            None => block(Block::Code(info), nodes(children)),
        },
        Node::Block(kind, children) => block(kind, nodes(children)),
    }
}

/// No word is longer, in characters.
const WORD: usize = 500;

/// What is longer may be broken behind so many: less than a line, which the browser would have to break by itself.
const PIECE: usize = 50;

/// Words, with places to break a line in what is longer than any word: a browser takes seconds to lay out half a million
/// stars that stand together.
fn words(text: String) -> AnyView {
    let together = |c: char| c.is_ascii() && !c.is_ascii_whitespace();
    let mut long = 0;
    let cuts = text.char_indices().filter_map(|(at, c)| {
        long = if together(c) { long + 1 } else { 0 };
        (long > WORD && long % PIECE == 1).then_some(at)
    });
    let cuts: Vec<_> = cuts.collect();
    if cuts.is_empty() {
        return text.into_any();
    }
    let mut from = 0;
    let pieces = cuts.into_iter().chain([text.len()]).map(|cut| {
        let piece = text.get(from..cut).unwrap_or_default().to_owned();
        from = cut;
        view! { {piece}<wbr/> }.into_any()
    });
    pieces.collect::<Vec<_>>().into_any()
}

fn picture(id: BlobId, alt: String) -> AnyView {
    view! { <Picture id alt/> }.into_any()
}

/// A fenced block that holds a chart, drawn.
fn chart(info: &str, inside: &[Node]) -> Option<AnyView> {
    let [Node::Text(body)] = inside else { return None };
    let chart = Chart::read(info, body)?;
    let (caption, language) = (chart.caption.clone(), Locale::here().get());
    Some(view! { <figure><ChartFigure chart language/><figcaption>{caption}</figcaption></figure> }.into_any())
}

const fn aligned(align: Align) -> &'static str {
    match align {
        Align::None => "",
        Align::Left => "left",
        Align::Centre => "centre",
        Align::Right => "right",
    }
}

fn block(kind: Block, inside: Vec<AnyView>) -> AnyView {
    match kind {
        Block::Paragraph => view! { <p>{inside}</p> }.into_any(),
        // An entry stands under a second heading of the page: its own begin at the third level.
        Block::Heading(1 | 2) => view! { <h3>{inside}</h3> }.into_any(),
        Block::Heading(3) => view! { <h4>{inside}</h4> }.into_any(),
        Block::Heading(_) => view! { <h5>{inside}</h5> }.into_any(),
        Block::Quote => view! { <blockquote>{inside}</blockquote> }.into_any(),
        Block::Code(_) => view! { <pre tabindex="0">{inside}</pre> }.into_any(),
        Block::List(None) => view! { <ul>{inside}</ul> }.into_any(),
        Block::List(Some(first)) => view! { <ol start=first.to_string()>{inside}</ol> }.into_any(),
        Block::Item => view! { <li>{inside}</li> }.into_any(),
        Block::Table => {
            let name = Locale::here().say(c::TABLE);
            view! { <div class="table" tabindex="0" role="group" aria-label=name><table>{inside}</table></div> }
                .into_any()
        }
        Block::Row(_) => view! { <tr>{inside}</tr> }.into_any(),
        // A corner without words heads nothing.
        Block::Cell(true, align) if !inside.is_empty() => {
            view! { <th scope="col" data-align=aligned(align)>{inside}</th> }.into_any()
        }
        Block::Cell(_, align) => view! { <td data-align=aligned(align)>{inside}</td> }.into_any(),
        Block::Emphasis => view! { <em>{inside}</em> }.into_any(),
        Block::Strong => view! { <strong>{inside}</strong> }.into_any(),
        Block::Struck => view! { <s>{inside}</s> }.into_any(),
        Block::Link(address) => link(address, inside),
    }
}

fn link(address: String, inside: Vec<AnyView>) -> AnyView {
    // Places inside a text are not places of the app; only what leads outside is a link.
    if address.starts_with('#') {
        return view! { <span>{inside}</span> }.into_any();
    }
    let host = address
        .split("//")
        .nth(1)
        .and_then(|rest| rest.split('/').next())
        .unwrap_or_default()
        .to_owned();
    view! {
        <a href=address target="_blank" rel="noopener noreferrer" title=host>{inside}</a>
    }
    .into_any()
}

later! {
    /// A Markdown text, laid out, once it is here.
    pub fn preview(text: RwSignal<String>) -> AnyView {
        view! { <Preview text/> }.into_any()
    }
}
