/// Passkeys: keys on a member's own devices, unlocked there by finger, face or PIN (Web Authentication Level 3).
@NullMarked
package coop.roseash.federation.passkey;

import org.jspecify.annotations.NullMarked;
