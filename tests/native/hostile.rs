//! Hostile Markdown becomes nothing but the closed list of nodes, within its budget.

use luoxuan::text::markdown::{Block, MAX_DEPTH, MAX_NODES, Node, parse, safe_link};
use luoxuan::text::{count, excerpt, plain};
use luoxuan_tests::hostile;

/// Looks at every node; answers how many there are. The list of nodes is closed by its type: what could still be wrong
/// is an address, the depth, or the number.
fn check(nodes: &[Node], depth: usize, source: &str) -> usize {
    assert!(depth <= MAX_DEPTH, "{depth} deep: {source:.80}");
    let mut seen = 0;
    for node in nodes {
        seen += 1;
        if let Node::Block(block, children) = node {
            if let Block::Link(address) = block {
                let harmless = ["http://", "https://", "mailto:", "#"]
                    .iter()
                    .any(|start| address.starts_with(start));
                assert!(harmless, "{address} in {source:.80}");
                assert!(
                    !address.chars().any(|c| c.is_control() || c.is_whitespace()),
                    "{address:?}"
                );
                assert_eq!(safe_link(address).as_ref(), Some(address), "safe is safe a second time");
            }
            seen += check(children, depth + 1, source);
        }
    }
    seen
}

#[test]
fn there_are_more_than_three_hundred() {
    assert!(hostile::inputs().len() > 300, "{}", hostile::inputs().len());
}

#[test]
fn no_hostile_text_becomes_more_than_text() {
    for source in hostile::inputs() {
        let text = parse(&source);
        let nodes = check(&text.nodes, 0, &source);
        assert!(nodes <= MAX_NODES, "{nodes} nodes: {source:.80}");
        if text.as_source {
            assert_eq!(
                text.nodes,
                [Node::Block(
                    Block::Code(String::new()),
                    vec![Node::Text(source.clone())]
                )]
            );
        }
        assert!(excerpt(&source, 40).chars().count() <= 41);
        let _ = (plain(&source), count(&source));
    }
}
