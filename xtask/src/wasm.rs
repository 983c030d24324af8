//! WebAssembly modules, section by section.

/// A WebAssembly module without its `name` section. `None` if its sections do not add up.
pub(crate) fn without_names(module: &[u8]) -> Option<Vec<u8>> {
    let (mut kept, mut rest) = module.split_at_checked(8).map(|(head, rest)| (head.to_vec(), rest))?;
    while let Some(id) = rest.first() {
        let (size, digits) = leb128(rest.get(1..)?)?;
        let (section, after) = rest.split_at_checked(1 + digits + size)?;
        let names = *id == 0 && section.get(1 + digits..)?.starts_with(b"\x04name");
        if !names {
            kept.extend_from_slice(section);
        }
        rest = after;
    }
    Some(kept)
}

/// A number as WebAssembly writes it, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_loses_its_names_and_nothing_else() {
        let head = b"\0asm\x01\0\0\0";
        let (types, names, features) = (b"\x01\x02\x01\x60", b"\x00\x07\x04nameab", b"\x00\x05\x04feat");
        let whole = [head.as_slice(), types, names, features].concat();
        assert_eq!(without_names(&whole), Some([head.as_slice(), types, features].concat()));
        assert_eq!(without_names(&whole[..whole.len() - 1]), None);
        assert_eq!(leb128(&[0xe5, 0x8e, 0x26]), Some((624_485, 3)));
    }
}
