package dev.assay.endorsement;

/**
 * Something that was given as an endorsement and could not be read. Verification reports it: it is never silently left
 * out.
 *
 * @param name what the giver called it, for instance a file name
 * @param reason why it could not be read
 */
public record UnreadableItem(String name, String reason) {
    @Override
    public String toString() {
        return name + ": " + reason;
    }
}
