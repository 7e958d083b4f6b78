//! What a PNG file says of its size.

/// Width and height in dots; `None` when it is no PNG file.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    // The first chunk is the header: its length, IHDR, width, height (RFC 2083, 11.2.2).
    let header = rest.get(4..)?.strip_prefix(b"IHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    let (width, height) = (number(0)?, number(4)?);
    (width > 0 && height > 0).then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_stands_in_the_header_and_anything_else_is_no_picture() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x40\0\0\0\xc8\x08\x02\0\0\0".to_vec();
        assert_eq!(size(&png), Some((320, 200)));
        png.truncate(20);
        assert_eq!(size(&png), None);
        assert_eq!(size(b"GIF89a"), None);
    }
}
