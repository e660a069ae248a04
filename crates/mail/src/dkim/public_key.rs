//! A public key as a DNS record holds it.

/// An RSA key as verifiers want it: inside a SubjectPublicKeyInfo (RFC 5280, 4.1), not bare.
pub(super) fn public_key_info(key: &[u8]) -> Vec<u8> {
    const RSA: [u8; 15] = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
    let mut bits = vec![0];
    bits.extend(key);
    let mut parts = RSA.to_vec();
    parts.extend(der(0x03, &bits));
    der(0x30, &parts)
}

fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let length: Vec<u8> = length.into_iter().skip_while(|byte| *byte == 0).collect();
    let mut whole = vec![tag];
    match length.as_slice() {
        [short] if *short < 0x80 => whole.push(*short),
        _ => {
            whole.extend(u8::try_from(length.len()).map(|count| 0x80 | count));
            whole.extend(&length);
        }
    }
    whole.extend(content);
    whole
}
