//! A finished text on the page, as it will stand on paper: for a last look, and for the printer.

use leptos::prelude::*;
use luoxuan::catalog::{Language, ManuscriptLabel, mark};
use luoxuan::chart::Chart;
use luoxuan::manuscript::{Align, Block, Figure, Inline, Manuscript, Numbers, Table};

use super::chart::ChartFigure;
use super::picture::Picture;
use crate::i18n::text as t;

/// The text.
#[component]
pub fn ManuscriptView(manuscript: Manuscript, language: Language) -> impl IntoView {
    let Manuscript {
        title,
        subtitle,
        byline,
        summary,
        keywords,
        blocks,
        references,
        corner,
        ..
    } = manuscript;
    let mut paper = Paper {
        language,
        numbers: Numbers::default(),
        notes: Vec::new(),
    };
    let body = blocks.into_iter().map(|piece| paper.block(piece.block)).collect_view();
    let notes = paper
        .notes
        .into_iter()
        .map(|note| view! { <li>{note}</li> })
        .collect::<Vec<_>>();
    let said = |text: String| Some(text).filter(|text| !text.is_empty());
    view! {
        <article class="paper" lang=language.tag()>
            {said(corner).map(|corner| view! { <p class="corner">{corner}</p> })}
            <h2 class="paper-title">{title}</h2>
            {said(subtitle).map(|subtitle| view! { <p class="paper-subtitle">"——" {subtitle}</p> })}
            {byline.lines().map(|line| view! { <p class="paper-author">{line.to_owned()}</p> }).collect_view()}
            {said(summary).map(|summary| view! { <p class="paper-summary"><b>{t::SUMMARY.in_(language)} "："</b> {summary}</p> })}
            {said(keywords.join("；")).map(|keywords| view! { <p class="paper-summary"><b>{t::KEYWORDS.in_(language)} "："</b> {keywords}</p> })}
            {body}
            {(!references.is_empty()).then(|| view! {
                <h3>{t::REFERENCES.in_(language)}</h3>
                <ol class="paper-references">{references.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ol>
            })}
            {(!notes.is_empty()).then(|| view! { <ol class="paper-notes">{notes}</ol> })}
        </article>
    }
}

/// 表1, 图1.
fn numbered(word: ManuscriptLabel, number: usize, language: Language) -> String {
    format!("{}{number}", mark(word).in_(language))
}

/// What is counted on the way down the page.
struct Paper {
    language: Language,
    numbers: Numbers,
    notes: Vec<Vec<AnyView>>,
}

impl Paper {
    fn block(&mut self, block: Block) -> AnyView {
        match block {
            Block::Heading(level, runs) => {
                let number = self.numbers.next(level, self.language);
                let inside = self.runs(runs);
                match level {
                    1 => view! { <h3>{number} {inside}</h3> }.into_any(),
                    2 => view! { <h4>{number} {inside}</h4> }.into_any(),
                    _ => view! { <h5>{number} {inside}</h5> }.into_any(),
                }
            }
            Block::Attached(runs) => {
                self.numbers.attach();
                view! { <h3>{self.runs(runs)}</h3> }.into_any()
            }
            Block::Paragraph(runs) => view! { <p class="paper-body">{self.runs(runs)}</p> }.into_any(),
            Block::List(first, items) => {
                let items = items.into_iter().map(|item| {
                    let inside = item.into_iter().map(|block| self.block(block)).collect_view();
                    view! { <li>{inside}</li> }
                });
                let items = items.collect_view();
                match first {
                    Some(first) => view! { <ol start=first.to_string()>{items}</ol> }.into_any(),
                    None => view! { <ul>{items}</ul> }.into_any(),
                }
            }
            Block::Quote(inside) => {
                view! { <blockquote>{inside.into_iter().map(|block| self.block(block)).collect_view()}</blockquote> }
                    .into_any()
            }
            Block::Code(text) => view! { <pre>{text}</pre> }.into_any(),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Chart(number, chart) => self.chart(number, chart),
            Block::Rule => view! { <hr/> }.into_any(),
        }
    }

    fn table(&mut self, table: Table) -> AnyView {
        let Table {
            number,
            caption,
            head,
            rows,
            aligns,
        } = table;
        let align = |at: usize| match aligns.get(at) {
            Some(Align::Right) => "right",
            Some(Align::Centre) => "centre",
            _ => "",
        };
        let head = head.into_iter().enumerate().map(|(at, cell)| {
            let inside = self.runs(cell);
            // A corner without words heads nothing.
            if inside.is_empty() {
                view! { <td></td> }.into_any()
            } else {
                view! { <th scope="col" data-align=align(at)>{inside}</th> }.into_any()
            }
        });
        let head = head.collect_view();
        let rows = rows.into_iter().map(|row| {
            let cells = row
                .into_iter()
                .enumerate()
                .map(|(at, cell)| view! { <td data-align=align(at)>{self.runs(cell)}</td> });
            let cells = cells.collect_view();
            view! { <tr>{cells}</tr> }
        });
        let rows = rows.collect_view();
        let number = numbered(ManuscriptLabel::Table, number, self.language);
        let name = format!("{number} {caption}");
        view! {
            <div class="table" tabindex="0" role="group" aria-label=name><table>
                <caption>{number} "　" {caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        }
        .into_any()
    }

    fn figure(&self, figure: Figure) -> AnyView {
        let number = numbered(ManuscriptLabel::Figure, figure.number, self.language);
        let rows = figure.rows().into_iter().map(|row| {
            if row.is_empty() {
                return view! { <p>{mark(ManuscriptLabel::Withheld).in_(self.language)}</p> }.into_any();
            }
            let pictures = row
                .iter()
                .map(|id| view! { <Picture id=*id alt=figure.caption.clone()/> });
            view! { <div class="figure-row" class:pair={row.len() > 1}>{pictures.collect_view()}</div> }.into_any()
        });
        let shown = rows.collect_view();
        view! {
            <figure>
                {shown}
                <figcaption>{number} "　" {figure.caption}</figcaption>
            </figure>
        }
        .into_any()
    }

    fn chart(&self, number: usize, chart: Chart) -> AnyView {
        let number = numbered(ManuscriptLabel::Figure, number, self.language);
        let caption = chart.caption.clone();
        view! {
            <figure>
                <ChartFigure chart language=self.language/>
                <figcaption>{number} "　" {caption}</figcaption>
            </figure>
        }
        .into_any()
    }

    fn runs(&mut self, runs: Vec<Inline>) -> Vec<AnyView> {
        runs.into_iter().map(|run| self.run(run)).collect()
    }

    fn run(&mut self, run: Inline) -> AnyView {
        match run {
            Inline::Text(text, look) => {
                let mut shown = text.into_any();
                if look.bold {
                    shown = view! { <strong>{shown}</strong> }.into_any();
                }
                if look.emphasis {
                    shown = view! { <em>{shown}</em> }.into_any();
                }
                if look.struck {
                    shown = view! { <s>{shown}</s> }.into_any();
                }
                shown
            }
            Inline::Citation(text) => view! { <sup>{text}</sup> }.into_any(),
            Inline::Note(runs) => {
                let note = self.runs(runs);
                self.notes.push(note);
                view! { <sup>{self.notes.len()}</sup> }.into_any()
            }
            Inline::Picture(id, alt) => view! { <Picture id alt/> }.into_any(),
            Inline::Break => view! { <br/> }.into_any(),
        }
    }
}
