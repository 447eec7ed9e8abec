package org.bihuan.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.bihuan.ledger.ModelSets.Source;
import org.bihuan.model.ModelSet;
import org.bihuan.settings.ModelsFolder;
import org.springframework.stereotype.Component;

/** The sets that lie beside the one in force: the program's, and that of the folder which the start names. They are offered, never taken. */
@Component
public class Offers {

	private final String folder;
	private ModelSet packaged;

	Offers(ModelsFolder folder) {
		this.folder = folder.models();
	}

	/**
	 * One that differs from the set in force.
	 *
	 * @param source {@link Source#PACKAGED} or {@link Source#FOLDER}
	 */
	public record Offer(Source source, ModelSet set) {
	}

	/** That of this program; the same as long as it runs. */
	public synchronized ModelSet packaged() {
		if (packaged == null) {
			packaged = ModelSet.packaged();
		}
		return packaged;
	}

	/**
	 * What the folder holds now; empty where the start named none.
	 *
	 * @param otherwise whose templates of documents stand where the folder has none
	 */
	public Optional<ModelSet> folder(Supplier<ModelSet> otherwise) {
		if (folder.isBlank()) {
			return Optional.empty();
		}
		ModelSet set = ModelSet.ofFolder(Path.of(folder));
		if (set.files().keySet().stream().noneMatch(name -> name.endsWith(".docx"))) {
			for (var file : otherwise.get().files().entrySet()) {
				set = file.getKey().endsWith(".docx") ? set.with(file.getKey(), file.getValue()) : set;
			}
		}
		return Optional.of(set);
	}

	/** Those that differ from the one in force. */
	public List<Offer> beside(ModelSet inForce) {
		List<Offer> offers = new ArrayList<>();
		if (!packaged().equals(inForce)) {
			offers.add(new Offer(Source.PACKAGED, packaged()));
		}
		folder(() -> inForce).filter(one -> !one.equals(inForce) && !one.equals(packaged()))
				.ifPresent(one -> offers.add(new Offer(Source.FOLDER, one)));
		return offers;
	}
}
