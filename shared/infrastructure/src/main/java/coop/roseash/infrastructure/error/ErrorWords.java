package coop.roseash.infrastructure.error;

/// What is said to a person about a status.
record ErrorWords(String title, String advice) {
    static ErrorWords of(int status) {
        return switch (status) {
            case 400 -> new ErrorWords("That did not quite work",
                    "Something in the address or the form could not be read. Go back and try again.");
            case 401 -> new ErrorWords("Please sign in", "This page is for members who are signed in.");
            case 403 -> new ErrorWords("Not for you, it seems",
                    "You may not see this page or do this. If you think you should, ask the people at the shop.");
            case 404 -> new ErrorWords("Nothing here",
                    "There is no page at this address. It may have moved, or the address may have a slip in it.");
            case 405 -> new ErrorWords("This cannot be done here", "The address exists, but not for this.");
            case 409 -> new ErrorWords("Somebody was quicker",
                    "This has changed in the meantime. Look again, then try once more.");
            case 413 ->
                new ErrorWords("Too large", "What you sent is larger than this page can take. Try a smaller file.");
            case 429 ->
                new ErrorWords("A little slower, please", "That was a lot at once. Wait a moment and try again.");
            case 503 -> new ErrorWords("Back in a moment",
                    "This part of the site is not ready just now. Please try again shortly.");
            default -> status < 500
                    ? new ErrorWords("That did not work", "The request could not be taken. Go back and try again.")
                    : new ErrorWords("Something went wrong",
                            "It is our fault, not yours, and it has been noted. Please try again in a moment.");
        };
    }
}
