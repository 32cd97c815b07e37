package dev.assay.endorsement;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where endorsements come from: a set at hand, a folder, a cache, a vendor's service. Sources are put together with the
 * methods here, for instance
 *
 * <pre>{@code
 * EndorsementSource.firstOf(given, vendors.remembering(cache, CacheRules.defaults(), clock)).sharing()
 * }</pre>
 *
 * <p>All sources of this library may be used by any number of threads.
 */
@FunctionalInterface
public interface EndorsementSource {
    /**
     * Asks for one item and waits for the answer. There is an answer to every request and no exception. A thread that is
     * interrupted gets {@link SourceFailure#CANCELLED} and stays interrupted.
     *
     * @param request what is wanted
     * @return the item, or why there is none
     */
    SourceAnswer fetch(EndorsementRequest request);

    /**
     * What a set of endorsements holds, matched by content: for instance what came with the evidence or was read from files.
     *
     * @param endorsements the set
     * @param origin what to call it
     * @param clock tells fresh items from stale ones
     * @return a source without I/O
     */
    static EndorsementSource of(Endorsements endorsements, String origin, InstantSource clock) {
        return new SetSource(endorsements, origin, clock);
    }

    /**
     * What the files of a folder hold, matched by content whatever they are called. The folder is read now, sub-folders
     * are not.
     *
     * @param folder the folder, of at most 1000 files and 64 MiB in all
     * @param clock tells fresh items from stale ones
     * @return a source that does no more I/O
     * @throws java.io.IOException if the folder cannot be read or is larger
     */
    static EndorsementSource ofFolder(Path folder, InstantSource clock) throws java.io.IOException {
        return of(EndorsementFolder.read(folder), folder.toString(), clock);
    }

    /**
     * Asks one source after the other until one has the item fresh. If none has, an item that is stale is the answer, then
     * why a source could not say, then that there is no such item, then that nobody offers such.
     *
     * @param sources the sources, the first to ask first
     * @return a source
     */
    static EndorsementSource firstOf(EndorsementSource... sources) {
        return new FirstSource(List.of(sources));
    }

    /**
     * Keeps what this source gives, and asks it only for what is not kept or has aged.
     *
     * @param cache where to keep items
     * @param rules how long
     * @param clock the present time
     * @return a source
     */
    default EndorsementSource remembering(EndorsementCache cache, CacheRules rules, InstantSource clock) {
        return new RememberingSource(this, cache, rules, clock, EndorsementObserver.none());
    }

    /**
     * Keeps what this source gives, and tells an observer of hits and misses.
     *
     * @param cache where to keep items
     * @param rules how long
     * @param clock the present time
     * @param observer who is told
     * @return a source
     */
    default EndorsementSource remembering(
            EndorsementCache cache, CacheRules rules, InstantSource clock, EndorsementObserver observer) {
        return new RememberingSource(this, cache, rules, clock, observer);
    }

    /**
     * Asks this source for some things only; it has nothing else.
     *
     * @param wanted which requests to pass on
     * @return a source
     */
    default EndorsementSource restrictedTo(Predicate<EndorsementRequest> wanted) {
        return request -> wanted.test(request)
                ? fetch(request)
                : new SourceAnswer.NotOffered("restriction", "not to be asked for here");
    }

    /**
     * Lets threads that ask for the same thing at the same time share one request.
     *
     * @return a source
     */
    default EndorsementSource sharing() {
        return new SharingSource(this);
    }
}
