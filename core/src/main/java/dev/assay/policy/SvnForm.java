package dev.assay.policy;

import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.tdx.TeeTcbSvn;
import java.util.Map;

/** The least TEE_TCB_SVN. */
record SvnForm() implements Form<TeeTcbSvn> {
    @Override
    public Demand<TeeTcbSvn> read(JsonNode node) throws JsonException {
        return new SvnFloor(Hex.read(node, TeeTcbSvn.SIZE));
    }

    @Override
    public Object write(Demand<TeeTcbSvn> demand) {
        if (demand instanceof SvnFloor floor) {
            return floor.least().hex();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(TeeTcbSvn fact) {
        return fact.toString();
    }

    @Override
    public String shape() {
        return "16 bytes in hex, compared byte by byte";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.pattern(Hex.pattern(TeeTcbSvn.SIZE));
    }
}
